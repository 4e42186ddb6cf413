import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredKappa, type Ratings, ratingsOf } from '#shared/statistics/clustered-kappa.ts';
import { clusteredLimits } from '#shared/statistics/clustered-limits.ts';
import { clusteredSample } from '#shared/statistics/clustered-sample.ts';
import { cohenKappa, type KappaWeights } from '#shared/statistics/cohen-kappa.ts';
import { concordanceCorrelation } from '#shared/statistics/concordance-correlation.ts';
import { isMissing, missing } from '#shared/statistics/figure.ts';
import { intraclassCorrelations } from '#shared/statistics/intraclass-correlation.ts';
import { known } from './known.ts';

describe('limits of agreement with several differences a patient', () => {
  it('are made of both mean squares', () => {
    // Patient means 2 and 8, MSB = 4 · 9 = 36 on 1, MSW = 4/2 = 2 on 2, m₀ = 2, s² = 17 + 2.
    const { bias, standardDeviation, limitsStandardError } = clusteredLimits(
      clusteredSample([1, 3, 7, 9], [0, 0, 1, 1]),
    );
    expect(bias).toBe(5);
    expect(known(standardDeviation)).toBeCloseTo(Math.sqrt(19), 12);
    const z = 1.959963984540054;
    const varianceOfBias = (17 * 8 + 2 * 4) / 16;
    const varianceOfSquare = (2 * 18 ** 2) / 1 + (0.25 * 2 * 2 ** 2) / 2;
    expect(known(limitsStandardError)).toBeCloseTo(
      Math.sqrt(varianceOfBias + (z ** 2 * varianceOfSquare) / (4 * 19)),
      10,
    );
  });

  it.each([
    ['no difference', [], [], 'no_observation'],
    ['one patient', [1, 2, 3], [0, 0, 0], 'too_few_patients'],
    ['differences that are all one', [2, 2, 2], [0, 0, 1], 'no_variation'],
  ] as const)('have no interval with %s', (_, values, patients, reason) => {
    expect(clusteredLimits(clusteredSample(values, patients))).toMatchObject({
      lowerLimitInterval: missing(reason),
      upperLimitInterval: missing(reason),
    });
  });
});

const WEIGHTS: readonly KappaWeights[] = ['unweighted', 'linear', 'quadratic'];
const rated = (
  pairs: readonly (readonly [number, number])[],
  patientOf: (index: number) => number,
): Ratings =>
  ratingsOf(pairs.map(([first, second], index) => ({ first, second, patient: patientOf(index) })));
const PAIRS = [
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 3],
  [1, 0],
  [2, 2],
  [3, 2],
  [0, 1],
] as const;

describe('κ with several ratings a patient', () => {
  it.each(WEIGHTS)('has the error of one rating a patient but for m/(m − 1): %s', (weights) => {
    const table = [0, 1, 2, 3].map((row) =>
      [0, 1, 2, 3].map(
        (column) => PAIRS.filter(([first, second]) => first === row && second === column).length,
      ),
    );
    const plain = cohenKappa(table, weights);
    const clustered = clusteredKappa(
      rated(PAIRS, (index) => index),
      4,
      weights,
    );
    expect(known(clustered.kappa)).toBe(plain.kappa);
    expect(known(clustered.standardError)).toBeCloseTo(known(plain.standardError) * Math.sqrt(8 / 7), 12);
  });

  it('is as uncertain as the patients are few: ratings sent twice add nothing', () => {
    const once = clusteredKappa(
      rated(PAIRS, (index) => index),
      4,
    );
    const twice = clusteredKappa(
      rated([...PAIRS, ...PAIRS], (index) => index % 8),
      4,
    );
    expect(known(twice.kappa)).toBeCloseTo(known(once.kappa), 12);
    expect(known(twice.standardError)).toBeCloseTo(known(once.standardError), 12);
  });

  it.each([
    ['no rating', [], 'no_observation'],
    ['five patients', PAIRS.slice(0, 5), 'too_few_patients'],
    ['one category', PAIRS.map(() => [1, 1] as const), 'no_variation'],
    ['perfect agreement', PAIRS.map(([first]) => [first, first] as const), 'perfect_agreement'],
  ])('has no interval with %s', (_, pairs, reason) => {
    expect(
      clusteredKappa(
        rated(pairs, (index) => index),
        4,
      ),
    ).toMatchObject({
      interval: missing(reason),
      standardError: missing(reason),
      plain: { interval: missing(reason), pValue: missing(reason) },
    });
  });

  it('has limits that are never beyond 1', () => {
    const pairs = [...PAIRS.map(([first]) => [first, first] as const), [0, 1] as const];
    const { interval, plain } = clusteredKappa(
      rated(pairs, (index) => index),
      4,
    );
    expect([known(interval).upper, known(plain.interval).upper]).toEqual([1, 1]);
  });
});

describe('agreement of few values', () => {
  const column = fc.array(fc.constantFrom(0, 10, 20), { minLength: 5, maxLength: 5 });

  it('is a finite number or missing, however the values lie', () => {
    let intervals = 0;
    fc.assert(
      fc.property(column, column, fc.integer({ min: 0, max: 5 }), (first, second, length) => {
        const [x, y] = [first.slice(0, length), second.slice(0, length)];
        const icc = intraclassCorrelations(x.map((value, row) => [value, y[row] ?? 0]));
        const lin = concordanceCorrelation(x, y);
        for (const { estimate, interval } of [
          icc.agreement,
          icc.consistency,
          { ...lin, estimate: lin.concordance },
        ]) {
          if (!isMissing(estimate)) expect(Number.isFinite(estimate)).toBe(true);
          if (isMissing(interval)) continue;
          intervals += 1;
          expect(Number.isFinite(interval.lower) && Number.isFinite(interval.upper)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
    expect(intervals).toBeGreaterThan(200);
  });

  it('has no interval where the second is the mirror image of the first', () => {
    const [x, y] = [
      [10, 0, 10, 0],
      [0, 10, 0, 10],
    ];
    expect(concordanceCorrelation(x, y)).toMatchObject({
      concordance: -1,
      interval: missing('no_variation'),
    });
  });
});
