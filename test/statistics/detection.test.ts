import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredMcNemarTest } from '#shared/statistics/clustered-mcnemar.ts';
import { clusteredDifference, clusteredProportion } from '#shared/statistics/clustered-proportion.ts';
import { clusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import { durkalskiTest } from '#shared/statistics/durkalski-test.ts';
import { isMissing, missing, whyMissing } from '#shared/statistics/figure.ts';
import { clopperPearsonInterval, wilsonInterval } from '#shared/statistics/proportion.ts';
import { yangTest } from '#shared/statistics/yang-test.ts';
import { known } from './known.ts';

const patients = fc.array(
  fc.record({ both: fc.nat(5), first: fc.nat(5), second: fc.nat(5), neither: fc.nat(5) }),
  { minLength: 6, maxLength: 40 },
);

describe('the ratio of two counts', () => {
  it('is inverted, with its limits, when the sequences change places', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const a = rows.map(({ both, first }) => both + first);
        const b = rows.map(({ both, second }) => both + second);
        const forth = clusteredRateRatio(a, b);
        const back = clusteredRateRatio(b, a);
        expect(whyMissing(back.interval)).toBe(whyMissing(forth.interval));
        fc.pre(!isMissing(forth.interval));
        expect(known(back.ratio) * known(forth.ratio)).toBeCloseTo(1, 12);
        expect(known(back.interval).lower * forth.interval.upper).toBeCloseTo(1, 9);
        expect(known(back.pValue).p).toBeCloseTo(known(forth.pValue).p, 12);
      }),
    );
  });

  it('has a p below 0.05 exactly where its interval leaves 1 out', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const { interval, pValue } = clusteredRateRatio(
          rows.map(({ both, first }) => both + first),
          rows.map(({ both, second }) => both + second),
        );
        fc.pre(!isMissing(interval));
        expect(known(pValue).p < 0.05).toBe(interval.lower > 1 || interval.upper < 1);
      }),
    );
    // By the normal law p would be 0.016, beside limits from 0.946 to 1.998.
    const { interval, pValue } = clusteredRateRatio([9, 3, 8, 2, 7, 4], [4, 3, 5, 2, 6, 4]);
    expect(known(interval).lower).toBeLessThan(1);
    expect(known(pValue).p).toBeGreaterThan(0.05);
  });

  it('is missing for a reason without a count or with one patient', () => {
    expect(clusteredRateRatio([0, 0], [1, 2])).toMatchObject({
      ratio: missing('no_observation'),
      interval: missing('no_observation'),
    });
    expect(clusteredRateRatio([4], [2])).toMatchObject({
      ratio: 2,
      interval: missing('too_few_patients'),
    });
    expect(clusteredRateRatio([2, 4, 6], [1, 2, 3])).toMatchObject({
      ratio: 2,
      pValue: missing('no_variation'),
    });
  });

  it('has neither interval nor p below six patients, though an error', () => {
    const few = clusteredRateRatio([9, 3, 8, 2, 7], [4, 3, 5, 2, 6]);
    expect(few).toMatchObject({
      ratio: 29 / 20,
      interval: missing('too_few_patients'),
      pValue: missing('too_few_patients'),
    });
    expect(known(few.standardErrorOfLog)).toBeGreaterThan(0);
    expect(known(clusteredRateRatio([9, 3, 8, 2, 7, 4], [4, 3, 5, 2, 6, 4]).pValue).p).toBeGreaterThan(0);
  });
});

describe('the proportion of lesions seen', () => {
  it('lies in its interval, which lies between 0 and 1', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const seen = rows.map(({ both, first }) => both + first);
        const present = rows.map(({ both, first, second, neither }) => both + first + second + neither);
        const { estimate, interval } = clusteredProportion(seen, present);
        fc.pre(!(isMissing(interval) || isMissing(estimate)));
        expect(interval.lower).toBeGreaterThanOrEqual(0);
        expect(interval.lower).toBeLessThanOrEqual(estimate);
        expect(interval.upper).toBeGreaterThanOrEqual(estimate);
        expect(interval.upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has a design effect above 1 when a patient’s lesions are all seen or all missed', () => {
    const { designEffect } = clusteredProportion([5, 0, 5, 0, 5, 0], [5, 5, 5, 5, 5, 5]);
    expect(known(designEffect)).toBeCloseTo(6, 12);
  });

  it('differs between sequences by the difference of the two proportions', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const a = rows.map(({ both, first }) => both + first);
        const b = rows.map(({ both, second }) => both + second);
        const present = rows.map(({ both, first, second, neither }) => both + first + second + neither);
        const forth = clusteredDifference(a, b, present);
        fc.pre(!isMissing(forth.estimate));
        const difference =
          known(clusteredProportion(a, present).estimate) - known(clusteredProportion(b, present).estimate);
        expect(forth.estimate).toBeCloseTo(difference, 12);
        expect(known(clusteredDifference(b, a, present).estimate)).toBeCloseTo(-forth.estimate, 12);
      }),
    );
  });

  it('is missing for a reason where it cannot be had', () => {
    expect(clusteredProportion([0, 0], [0, 0])).toMatchObject({ estimate: missing('no_observation') });
    expect(clusteredProportion([3, 4], [3, 4])).toMatchObject({
      estimate: 1,
      designEffect: missing('no_variation'),
      interval: missing('too_few_patients'),
    });
    expect(clusteredDifference([3, 4, 1], [1, 4, 0], [3, 4, 2]).interval).toEqual(
      missing('too_few_patients'),
    );
    expect(clusteredProportion([3], [4])).toMatchObject({
      estimate: 0.75,
      standardError: missing('too_few_patients'),
    });
  });

  it('has a one-sided exact limit where all are seen, or none', () => {
    const ones = Array.from({ length: 20 }, () => 1);
    const none = ones.map(() => 0);
    // R: binom.test(20, 20, alternative = "greater"); with one lesion a patient nothing else is assumed.
    expect(clusteredProportion(ones, ones)).toMatchObject({ oneSided: true, effectiveSize: 20 });
    expect(known(clusteredProportion(ones, ones).interval).lower).toBeCloseTo(0.05 ** (1 / 20), 12);
    expect(known(clusteredProportion(none, ones).interval)).toMatchObject({ lower: 0 });
    expect(known(clusteredProportion(none, ones).interval).upper).toBeCloseTo(1 - 0.05 ** (1 / 20), 12);
    // Lesions of one patient may all be alike: nine of one count less than nine patients.
    expect(clusteredProportion([9, 1, 1, 1, 1, 1], [9, 1, 1, 1, 1, 1]).effectiveSize).toBeCloseTo(
      196 / 86,
      12,
    );
  });

  it('never counts as more lesions than there are', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const present = rows.map(({ both, first, second, neither }) => both + first + second + neither);
        const { effectiveSize } = clusteredProportion(
          rows.map(({ both, first }) => both + first),
          present,
        );
        fc.pre(!isMissing(effectiveSize));
        expect(effectiveSize).toBeLessThanOrEqual(present.reduce((all, count) => all + count, 0));
      }),
    );
    // The same half in all patients: the design effect is 0.
    expect(clusteredProportion([1, 2, 1, 3, 1, 1], [2, 4, 2, 6, 2, 2])).toMatchObject({
      designEffect: 0,
      effectiveSize: 18,
    });
  });

  it('has an exact interval that is wider than Wilson’s at the ends', () => {
    expect(clopperPearsonInterval(0, 20)).toMatchObject({ lower: 0 });
    expect(clopperPearsonInterval(20, 20)).toMatchObject({ upper: 1 });
    expect(clopperPearsonInterval(20, 20).lower).toBeCloseTo(0.025 ** (1 / 20), 12);
    expect(wilsonInterval(1, 20).lower).toBeGreaterThan(clopperPearsonInterval(20, 20).lower);
  });
});

describe('McNemar’s test', () => {
  it('does not depend on which sequence is first', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const b = rows.map(({ first }) => first);
        const c = rows.map(({ second }) => second);
        expect(clusteredMcNemarTest(c, b)).toEqual(clusteredMcNemarTest(b, c));
      }),
    );
  });

  it('is missing without a discordant lesion, and below six patients', () => {
    expect(clusteredMcNemarTest([0, 0], [0, 0]).pValue).toEqual(missing('sums_all_zero'));
    expect(clusteredMcNemarTest([1, 2, 3], [0, 0, 1]).pValue).toEqual(missing('too_few_patients'));
  });
});

describe('Durkalski’s and Yang’s tests', () => {
  const lesions = fc.array(
    fc
      .record({ b: fc.nat(6), c: fc.nat(6), other: fc.nat(6) })
      .filter(({ b, c, other }) => b + c + other > 0),
    { minLength: 6, maxLength: 20 },
  );
  const columns = (patients: readonly { b: number; c: number; other: number }[]) => ({
    b: patients.map(({ b }) => b),
    c: patients.map(({ c }) => c),
    present: patients.map(({ b, c, other }) => b + c + other),
  });

  it('do not depend on which sequence is the first', () => {
    fc.assert(
      fc.property(lesions, (patients) => {
        const { b, c, present } = columns(patients);
        for (const test of [durkalskiTest, yangTest])
          expect(test(c, b, present)).toEqual(test(b, c, present));
      }),
    );
  });

  it('of patients with one lesion each, Durkalski’s is McNemar’s', () => {
    const [b, c] = [
      [1, 1, 1, 1, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 0, 0, 0],
    ];
    expect(
      durkalskiTest(
        b,
        c,
        b.map(() => 1),
      ).statistic,
    ).toBeCloseTo((4 - 1) ** 2 / 5, 14);
  });

  it('where all patients have as many lesions, Durkalski’s is Obuchowski’s without its m − 1', () => {
    fc.assert(
      fc.property(lesions, (patients) => {
        const { b, c } = columns(patients);
        const [durkalski, obuchowski] = [
          durkalskiTest(
            b,
            c,
            b.map(() => 12),
          ),
          clusteredMcNemarTest(b, c),
        ];
        if (isMissing(durkalski.statistic) || isMissing(obuchowski.statistic))
          expect(durkalski).toEqual(obuchowski);
        else expect(durkalski.statistic).toBeCloseTo((obuchowski.statistic * b.length) / (b.length - 1), 9);
      }),
    );
  });

  it('Yang’s is never below Obuchowski’s where all have as many: its variance is the smaller', () => {
    fc.assert(
      fc.property(lesions, (patients) => {
        const { b, c } = columns(patients);
        const [yang, obuchowski] = [
          yangTest(
            b,
            c,
            b.map(() => 12),
          ),
          clusteredMcNemarTest(b, c),
        ];
        if (isMissing(yang.statistic) || isMissing(obuchowski.statistic)) expect(yang).toEqual(obuchowski);
        else expect(yang.statistic).toBeGreaterThanOrEqual(obuchowski.statistic - 1e-9);
      }),
    );
  });

  it('is not given of sequences that see as much of every patient, nor of few patients', () => {
    for (const test of [durkalskiTest, yangTest]) {
      expect(test([2, 1], [2, 1], [4, 4]).pValue).toEqual(missing('sums_all_zero'));
      expect(test([1, 2, 3], [0, 0, 1], [5, 5, 5]).statistic).toEqual(missing('too_few_patients'));
    }
  });
});
