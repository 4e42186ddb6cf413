import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afrocFigureOfMerit, type RatedPatient } from '#shared/statistics/afroc-figure-of-merit.ts';
import {
  type ErrorCovariances,
  errorCovariances,
  type JackknifedFigure,
  type ReadOnBoth,
} from '#shared/statistics/error-covariances.ts';
import { isMissing, missing } from '#shared/statistics/figure.ts';
import { fixedReaders, randomReaders } from '#shared/statistics/obuchowski-rockette.ts';
import { known } from './known.ts';
import { VAN_DYKE } from './van-dyke.ts';

/** As defined: over every two of a case and a lesion. */
function byTwos(patients: readonly RatedPatient[]): number {
  const cases = patients.flatMap(({ falsePositives }) => Array.from(falsePositives));
  const lesions = patients.flatMap((patient) => Array.from(patient.lesions));
  const won = cases.flatMap((mark) =>
    lesions.map((lesion) => (lesion > mark ? 1 : lesion === mark ? 0.5 : 0)),
  );
  return won.reduce<number>((sum, each) => sum + each, 0) / won.length;
}

const rating = fc.nat(5);
const cohort = fc.array(
  fc.record({
    falsePositives: fc.array(rating, { minLength: 1, maxLength: 3 }),
    lesions: fc.array(rating, { minLength: 1, maxLength: 6 }),
  }),
  { minLength: 2, maxLength: 15 },
);

describe('the figure of merit of alternative FROC', () => {
  // The small data set of Chakraborty’s book on FROC (Empirical plots from FROC data), its ratings replaced by their ranks.
  const ranked = (values: readonly number[]) =>
    values.map((value) => [-Infinity, -0.3, -0.2, 0.5, 0.7, 0.9, 1, 1.5, 1.6, 2, 2.5, 3].indexOf(value));
  const none = Number.NEGATIVE_INFINITY;
  const [nonDiseased, diseased] = [ranked([none, 0.5, 0.7, -0.3]), ranked([1.5, none, none, none, none])];
  const lesions = [[0.9], [-0.2], [1.6, none], [3, 2], [1, 2.5, 1]].map(ranked);

  it('is what RJafroc prints of its book’s small data set, by the cases without a lesion', () => {
    const afroc = afrocFigureOfMerit([
      ...nonDiseased.map((mark) => ({ falsePositives: [mark], lesions: [] })),
      ...lesions.map((ofCase) => ({ falsePositives: [], lesions: ofCase })),
    ]);
    expect(known(afroc.estimate)).toBeCloseTo(0.8472222, 7);
  });

  it('counts, of all cases, 68.5 of 81 twos of the same data set', () => {
    // 5 unmarked cases with 8½ each, then 7, 7, 8 and 4.
    const afroc1 = afrocFigureOfMerit([
      ...nonDiseased.map((mark) => ({ falsePositives: [mark], lesions: [] })),
      ...lesions.map((ofCase, position) => ({ falsePositives: [diseased[position] ?? 0], lesions: ofCase })),
    ]);
    expect(known(afroc1.estimate)).toBe(68.5 / 81);
  });

  it('is the share of twos, also without each patient', () => {
    fc.assert(
      fc.property(cohort, (patients) => {
        const { estimate, leftOut } = afrocFigureOfMerit(patients);
        expect(known(estimate)).toBeCloseTo(byTwos(patients), 12);
        for (const [position, without] of known(leftOut).entries()) {
          expect(without).toBeCloseTo(byTwos(patients.filter((_, other) => other !== position)), 12);
        }
      }),
    );
  });

  it('is 1 where every lesion is surer than any false positive, ½ without a mark, 0 with only false ones', () => {
    const of = (mark: number, lesion: number) =>
      afrocFigureOfMerit(Array.from({ length: 7 }, () => ({ falsePositives: [mark], lesions: [lesion] })))
        .estimate;
    expect([of(4, 5), of(0, 1), of(0, 0), of(1, 0)]).toEqual([1, 1, 0.5, 0]);
  });

  it('is missing without a lesion, and has no jackknife where one patient has them all', () => {
    expect(afrocFigureOfMerit([])).toEqual({
      estimate: missing('no_observation'),
      leftOut: missing('no_observation'),
    });
    expect(afrocFigureOfMerit([{ falsePositives: [3], lesions: [] }]).estimate).toEqual(
      missing('no_observation'),
    );
    expect(
      afrocFigureOfMerit([
        { falsePositives: [3], lesions: [4] },
        { falsePositives: [0], lesions: [] },
      ]),
    ).toEqual({ estimate: 1, leftOut: missing('too_few_patients') });
  });
});

const jackknifed = (patients: readonly RatedPatient[]): JackknifedFigure => {
  const { estimate, leftOut } = afrocFigureOfMerit(patients);
  return { estimate: known(estimate), leftOut: known(leftOut) };
};

const figuresOf = (readers: readonly ReadOnBoth[]) => ({
  first: readers.map(({ first }) => first.estimate),
  second: readers.map(({ second }) => second.estimate),
  patients: readers[0]?.first.leftOut.length ?? 0,
});

describe('two modalities by the readers of Van Dyke, as RJafroc publishes them', () => {
  // https://dpc10ster.github.io/RJafrocRocBook, “Illustration of the OR method”: every figure below is printed there.
  const readers = VAN_DYKE.map((read): ReadOnBoth => {
    const ratings = (cases: string, modality: 0 | 1) =>
      cases.split(' ').map((word) => Number(word[modality]));
    const on = (modality: 0 | 1) =>
      jackknifed([
        ...ratings(read.without, modality).map((mark) => ({ falsePositives: [mark], lesions: [] })),
        ...ratings(read.with, modality).map((lesion) => ({ falsePositives: [], lesions: [lesion] })),
      ]);
    return { first: on(0), second: on(1) };
  });
  const figures = figuresOf(readers);
  const errors = errorCovariances(readers);

  it('has their areas', () => {
    expect(figures.first.map((area) => area.toFixed(8))).toEqual([
      '0.91964573',
      '0.85877617',
      '0.90386473',
      '0.97310789',
      '0.82979066',
    ]);
    expect(figures.second.map((area) => area.toFixed(8))).toEqual([
      '0.94782609',
      '0.90531401',
      '0.92173913',
      '0.99935588',
      '0.92995169',
    ]);
  });

  it('has the variance components of the jackknife', () => {
    expect(errors.variance).toBeCloseTo(0.00080228827, 11);
    expect(errors.sameReader).toBeCloseTo(0.00034661371, 11);
    expect(errors.betweenReaders).toBeCloseTo(0.00034407483, 11);
    expect(errors.neitherSame).toBeCloseTo(0.00023902837, 11);
    expect(errors.first).toEqual({
      variance: expect.closeTo(0.00101410277, 11),
      betweenReaders: expect.closeTo(0.0004839618, 10),
    });
    expect(errors.second).toEqual({
      variance: expect.closeTo(0.00059047376, 11),
      betweenReaders: expect.closeTo(0.00020418785, 11),
    });
  });

  it('has Hillis’s degrees of freedom, p and limits of random readers', () => {
    const { first, second, difference } = randomReaders(figures, errors);
    expect(difference.estimate).toBeCloseTo(-0.043800322, 9);
    expect(difference.standardError).toBeCloseTo(0.020748618, 9);
    expect(known(difference.degreesOfFreedom)).toBeCloseTo(15.259675, 6);
    expect(known(difference.pValue).p).toBeCloseTo(0.051665686, 9);
    expect(known(difference.interval).lower).toBeCloseTo(-0.087959499, 9);
    expect(known(difference.interval).upper).toBeCloseTo(0.00035885444, 10);
    expect(first.standardError).toBeCloseTo(0.033173597, 9);
    expect(known(first.degreesOfFreedom)).toBeCloseTo(12.744648, 6);
    expect(second.standardError).toBeCloseTo(0.021566368, 9);
    expect(known(second.degreesOfFreedom)).toBeCloseTo(12.71019, 5);
  });

  it('has limits of the areas by their error on the logit scale', () => {
    // plogis(qlogis(area) + c(-1, 1) * qt(0.975, df) * error / (area * (1 - area)))
    const limits = ({ first, second }: ReturnType<typeof fixedReaders>) =>
      [first, second].flatMap(({ interval }) => [known(interval).lower, known(interval).upper]);
    expect(limits(randomReaders(figures, errors)).map((limit) => limit.toFixed(9))).toEqual([
      '0.800145324',
      '0.949896051',
      '0.872972713',
      '0.973543938',
    ]);
    const [lower, upper] = limits(fixedReaders(figures, errors));
    expect(lower).toBeCloseTo(0.838038741, 9);
    expect(upper).toBeCloseTo(0.936180437, 9);
  });

  it('has the errors of fixed readers, together and each, with limits by t instead of the normal law', () => {
    const { first, second, difference } = fixedReaders(figures, errors);
    expect(difference.standardError).toBeCloseTo(0.018717483, 9);
    expect(first.standardError).toBeCloseTo(0.02428971, 8);
    expect(second.standardError).toBeCloseTo(0.016776324, 9);
    // qt(0.975, 113)
    expect(known(difference.interval).upper).toBeCloseTo(-0.043800322 + 1.9811804 * 0.018717483, 8);
    const each = readers.map(
      (reader) => fixedReaders(figuresOf([reader]), errorCovariances([reader])).difference,
    );
    expect(each.map(({ standardError }) => standardError.toFixed(9))).toEqual([
      '0.025512133',
      '0.026301827',
      '0.031209647',
      '0.017291289',
      '0.044057460',
    ]);
  });
});

describe('the difference of two modalities', () => {
  const two = fc.integer({ min: 6, max: 15 }).chain((patients) => {
    const ofReader = fc.array(
      fc.record({
        first: fc.record({
          falsePositives: fc.array(rating, { minLength: 1, maxLength: 2 }),
          lesions: fc.array(rating, { minLength: 1, maxLength: 4 }),
        }),
        second: fc.record({
          falsePositives: fc.array(rating, { minLength: 1, maxLength: 2 }),
          lesions: fc.array(rating, { minLength: 1, maxLength: 4 }),
        }),
      }),
      { minLength: patients, maxLength: patients },
    );
    return fc.array(ofReader, { minLength: 2, maxLength: 3 });
  });
  const read = (ratings: readonly (readonly { first: RatedPatient; second: RatedPatient }[])[]) =>
    ratings.map((patients) => ({
      first: jackknifed(patients.map(({ first }) => first)),
      second: jackknifed(patients.map(({ second }) => second)),
    }));
  const laws = [fixedReaders, randomReaders];

  it('changes its sign, and nothing else, when the modalities change places', () => {
    fc.assert(
      fc.property(two, (ratings) => {
        const readers = read(ratings);
        const swapped = readers.map(({ first, second }) => ({ first: second, second: first }));
        for (const law of laws) {
          const forth = law(figuresOf(readers), errorCovariances(readers)).difference;
          const back = law(figuresOf(swapped), errorCovariances(swapped)).difference;
          expect(back.estimate).toBeCloseTo(-forth.estimate, 12);
          expect(back.standardError).toBeCloseTo(forth.standardError, 9);
          expect(isMissing(back.interval)).toBe(isMissing(forth.interval));
          if (!isMissing(back.interval) && !isMissing(forth.interval)) {
            expect(back.interval.lower).toBeCloseTo(-forth.interval.upper, 6);
          }
        }
      }),
    );
  });

  it('does not depend on the order of patients or readers', () => {
    fc.assert(
      fc.property(two, (ratings) => {
        const [forth, back] = [ratings, ratings.toReversed().map((patients) => patients.toReversed())].map(
          read,
        );
        for (const law of laws) {
          const [one, other] = [forth ?? [], back ?? []].map(
            (readers) => law(figuresOf(readers), errorCovariances(readers)).difference,
          );
          expect(other?.estimate).toBeCloseTo(one?.estimate ?? Number.NaN, 12);
          expect(other?.standardError).toBeCloseTo(one?.standardError ?? Number.NaN, 9);
        }
      }),
    );
  });

  const errors = (variance: number, sameReader: number): ErrorCovariances => ({
    variance,
    sameReader,
    betweenReaders: 0,
    neitherSame: 0,
    first: { variance, betweenReaders: 0 },
    second: { variance, betweenReaders: 0 },
  });

  it('has no limits of fewer than six patients, without variation, or of readers who differ by nothing', () => {
    const of = (patients: number) => ({ first: [0.9, 0.8], second: [0.7, 0.6], patients });
    expect(fixedReaders(of(5), errors(0.01, 0)).difference).toMatchObject({
      estimate: expect.closeTo(0.2, 12),
      standardError: expect.closeTo(0.1, 12),
      interval: missing('too_few_patients'),
      pValue: missing('too_few_patients'),
    });
    expect(fixedReaders(of(6), errors(0.01, 0.01)).difference).toMatchObject({
      standardError: 0,
      interval: missing('no_variation'),
    });
    expect(randomReaders(of(6), errors(0.01, 0)).difference).toMatchObject({
      degreesOfFreedom: missing('no_variation'),
      interval: missing('no_variation'),
      pValue: missing('no_variation'),
    });
  });

  it('keeps its limits within what a figure of merit can be', () => {
    const figures = { first: [0.99], second: [0.03], patients: 6 };
    const { first, second, difference } = fixedReaders(figures, errors(0.04, 0));
    expect(known(difference.interval).upper).toBe(1);
    for (const { estimate, interval } of [first, second]) {
      expect(known(interval).lower).toBeGreaterThanOrEqual(0);
      expect(known(interval).lower).toBeLessThan(estimate);
      expect(known(interval).upper).toBeGreaterThan(estimate);
      expect(known(interval).upper).toBeLessThanOrEqual(1);
    }
    // Errors so large that the logit leaves the doubles.
    const [lower, upper] = [0.001, 0.999].map((area) =>
      known(fixedReaders({ first: [area], second: [area], patients: 6 }, errors(0.2, 0)).first.interval),
    );
    expect([lower?.lower, upper?.upper]).toEqual([0, 1]);
  });
});
