import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedBlandAltman } from '#shared/statistics/bland-altman-repeated.ts';
import { clusteredLimits } from '#shared/statistics/clustered-limits.ts';
import { clusteredDifferences, clusteredSample } from '#shared/statistics/clustered-sample.ts';
import { cohenKappa } from '#shared/statistics/cohen-kappa.ts';
import { concordanceCorrelation } from '#shared/statistics/concordance-correlation.ts';
import { intraclassCorrelations } from '#shared/statistics/intraclass-correlation.ts';
import { columns, tenths } from './samples.ts';

const pairs = columns(tenths, 4, 40);
const rowsOf = ({ x, y }: { x: readonly number[]; y: readonly number[] }) =>
  x.map((value, index) => [value, y[index] ?? null]);

/** With one difference a patient. */
const limitsOf = (x: readonly (number | null)[], y: readonly number[]) =>
  clusteredLimits(clusteredDifferences(x, y, [...x.keys()]));

describe('limits of agreement', () => {
  it('mirror themselves when the columns change places, and follow a shift of one of them', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -50, max: 50 }), ({ x, y }, shift) => {
        const forth = limitsOf(x, y);
        const back = limitsOf(y, x);
        expect(back.limits?.lower).toBeCloseTo(-(forth.limits?.upper ?? Number.NaN), 8);
        const moved = limitsOf(
          x.map((value) => value + shift),
          y,
        );
        expect(moved.limits?.upper).toBeCloseTo((forth.limits?.upper ?? Number.NaN) + shift, 8);
      }),
    );
  });

  it('hold the bias, and widen when the differences of a patient resemble each other', () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const { bias, limits, lowerLimitInterval } = limitsOf(x, y);
        expect(limits?.lower).toBeLessThanOrEqual(bias ?? Number.NaN);
        expect(lowerLimitInterval?.lower).toBeLessThanOrEqual(limits?.lower ?? Number.NaN);
      }),
    );
    const alike = repeatedBlandAltman(clusteredSample([1, 1, 1, 5, -4], ['a', 'a', 'a', 'b', 'c']));
    expect(alike.standardDeviation).toBeGreaterThan(
      limitsOf([1, 1, 1, 5, -4], [0, 0, 0, 0, 0]).standardDeviation ?? Number.NaN,
    );
  });

  it('are null with a reason when they cannot be had', () => {
    expect(limitsOf([1], [2])).toMatchObject({
      n: 1,
      bias: -1,
      limits: null,
      reason: 'too_few_patients',
    });
    expect(limitsOf([null], [2])).toMatchObject({ n: 0, bias: null, reason: 'no_observation' });
    expect(repeatedBlandAltman(clusteredSample([1, 2], ['a', 'b']))).toMatchObject({
      limits: null,
      reason: 'too_few_observations',
    });
    expect(repeatedBlandAltman(clusteredSample([1, 2], ['a', 'a']))).toMatchObject({
      reason: 'too_few_patients',
    });
  });
});

describe('correlations of agreement', () => {
  it('do not depend on order, on which column is first, or on the unit', () => {
    fc.assert(
      fc.property(pairs, (data) => {
        const swapped = {
          x: data.y.toReversed().map((v) => v * 4),
          y: data.x.toReversed().map((v) => v * 4),
        };
        const concordance = concordanceCorrelation(data.x, data.y);
        const other = concordanceCorrelation(swapped.x, swapped.y);
        if (concordance.concordance !== null) {
          expect(other.concordance).toBeCloseTo(concordance.concordance, 9);
          expect(Math.abs(concordance.concordance)).toBeLessThanOrEqual(
            Math.abs(concordance.pearson ?? 0) + 1e-12,
          );
        }
        const icc = intraclassCorrelations(rowsOf(data));
        const otherIcc = intraclassCorrelations(rowsOf(swapped));
        if (icc.agreement.estimate !== null) {
          expect(otherIcc.agreement.estimate).toBeCloseTo(icc.agreement.estimate, 9);
          expect(otherIcc.consistency.estimate).toBeCloseTo(icc.consistency.estimate ?? Number.NaN, 9);
        }
      }),
    );
  });

  it('forgive a constant bias only where consistency is asked', () => {
    const rows = [10, 20, 35, 41].map((value, index) => [value, value + 30 + (index % 2)]);
    const { agreement, consistency } = intraclassCorrelations(rows);
    expect(consistency.estimate).toBeGreaterThan(0.99);
    expect(agreement.estimate).toBeLessThan(0.4);
  });

  it('hold their estimate between their limits', () => {
    fc.assert(
      fc.property(pairs, (data) => {
        const { agreement, consistency } = intraclassCorrelations(rowsOf(data));
        for (const { estimate, interval } of [agreement, consistency]) {
          // The approximation behind the limits of ICC(2,1) fails for a negative one.
          if (interval === null || estimate === null || estimate < 0) continue;
          expect(interval.lower).toBeLessThanOrEqual(estimate + 1e-9);
          expect(interval.upper).toBeGreaterThanOrEqual(estimate - 1e-9);
        }
      }),
    );
  });

  it('say when a column does not vary, and when nothing differs', () => {
    expect(concordanceCorrelation([4, 4, 4], [1, 2, 3])).toMatchObject({
      concordance: null,
      reason: 'no_variation',
    });
    expect(concordanceCorrelation([1, 2, 3], [1, 2, 3])).toMatchObject({
      concordance: 1,
      reason: 'perfect_agreement',
    });
    const identical = intraclassCorrelations([
      [1, 1],
      [2, 2],
      [4, 4],
    ]);
    expect(identical.agreement).toMatchObject({
      estimate: 1,
      interval: null,
      p: null,
      reason: 'perfect_agreement',
    });
    expect(intraclassCorrelations([[1, 2]]).agreement).toMatchObject({ reason: 'too_few_observations' });
  });
});

describe('κ', () => {
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), {
    minLength: 4,
    maxLength: 4,
  });

  it('is 1 on the diagonal, at most 1 elsewhere, and the same for either rater first', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('unweighted', 'linear', 'quadratic'), (counts, weights) => {
        const { kappa, p } = cohenKappa(counts, weights);
        const turned = cohenKappa(
          counts.map((_, column) => counts.map((row) => row[column] ?? 0)),
          weights,
        );
        if (kappa === null) {
          expect(turned.kappa).toBeNull();
          return;
        }
        expect(turned.kappa).toBeCloseTo(kappa, 10);
        expect(kappa).toBeLessThanOrEqual(1);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
    expect(
      cohenKappa([
        [3, 0],
        [0, 4],
      ]).kappa,
    ).toBe(1);
  });

  it('is not defined without a rating, or when everything falls in one category', () => {
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ kappa: null, reason: 'no_observation' });
    expect(
      cohenKappa([
        [5, 0],
        [0, 0],
      ]),
    ).toMatchObject({ kappa: null, observed: 1, reason: 'no_variation' });
  });
});
