import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedBlandAltman } from '#shared/statistics/bland-altman-repeated.ts';
import { clusteredLimits } from '#shared/statistics/clustered-limits.ts';
import { clusteredDifferences, clusteredSample } from '#shared/statistics/clustered-sample.ts';
import { cohenKappa } from '#shared/statistics/cohen-kappa.ts';
import { concordanceCorrelation } from '#shared/statistics/concordance-correlation.ts';
import { isMissing, missing } from '#shared/statistics/figure.ts';
import { intraclassCorrelations } from '#shared/statistics/intraclass-correlation.ts';
import { known } from './known.ts';
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
        expect(known(back.limits).lower).toBeCloseTo(-known(forth.limits).upper, 8);
        const moved = limitsOf(
          x.map((value) => value + shift),
          y,
        );
        expect(known(moved.limits).upper).toBeCloseTo(known(forth.limits).upper + shift, 8);
      }),
    );
  });

  it('hold the bias, and widen when the differences of a patient resemble each other', () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const { bias, limits, lowerLimitInterval } = limitsOf(x, y);
        const { lower } = known(limits);
        expect(lower).toBeLessThanOrEqual(known(bias));
        if (isMissing(lowerLimitInterval)) expect(lowerLimitInterval.missing).toBe('no_variation');
        else expect(lowerLimitInterval.lower).toBeLessThanOrEqual(lower);
      }),
    );
    const alike = repeatedBlandAltman(clusteredSample([1, 1, 1, 5, -4], ['a', 'a', 'a', 'b', 'c']));
    expect(known(alike.standardDeviation)).toBeGreaterThan(
      known(limitsOf([1, 1, 1, 5, -4], [0, 0, 0, 0, 0]).standardDeviation),
    );
  });

  it('are missing for a reason when they cannot be had', () => {
    expect(limitsOf([1], [2])).toMatchObject({
      n: 1,
      bias: -1,
      limits: missing('too_few_patients'),
      upperLimitInterval: missing('too_few_patients'),
    });
    expect(limitsOf([null], [2])).toMatchObject({
      n: 0,
      bias: missing('no_observation'),
      limits: missing('no_observation'),
    });
    expect(limitsOf([Number.POSITIVE_INFINITY, 1], [2, 2]).limits).toEqual(missing('infinite_value'));
    expect(repeatedBlandAltman(clusteredSample([1, 2], ['a', 'b']))).toMatchObject({
      bias: 1.5,
      limits: missing('too_few_observations'),
    });
    expect(repeatedBlandAltman(clusteredSample([1, 2], ['a', 'a']))).toMatchObject({
      limits: missing('too_few_patients'),
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
        fc.pre(!isMissing(concordance.concordance));
        expect(known(other.concordance)).toBeCloseTo(concordance.concordance, 9);
        expect(Math.abs(concordance.concordance)).toBeLessThanOrEqual(
          Math.abs(known(concordance.pearson)) + 1e-12,
        );
        const icc = intraclassCorrelations(rowsOf(data));
        const otherIcc = intraclassCorrelations(rowsOf(swapped));
        fc.pre(!isMissing(icc.agreement.estimate));
        expect(known(otherIcc.agreement.estimate)).toBeCloseTo(icc.agreement.estimate, 9);
        expect(known(otherIcc.consistency.estimate)).toBeCloseTo(known(icc.consistency.estimate), 9);
      }),
    );
  });

  it('forgive a constant bias only where consistency is asked', () => {
    const rows = [10, 20, 35, 41].map((value, index) => [value, value + 30 + (index % 2)]);
    const { agreement, consistency } = intraclassCorrelations(rows);
    expect(known(consistency.estimate)).toBeGreaterThan(0.99);
    expect(known(agreement.estimate)).toBeLessThan(0.4);
  });

  it('hold their estimate between their limits', () => {
    fc.assert(
      fc.property(columns(tenths, 2, 12), (data) => {
        const { agreement, consistency } = intraclassCorrelations(rowsOf(data));
        for (const { estimate, interval } of [agreement, consistency]) {
          if (isMissing(interval) || isMissing(estimate)) continue;
          expect(interval.lower).toBeLessThanOrEqual(estimate + 1e-9);
          expect(interval.upper).toBeGreaterThanOrEqual(estimate - 1e-9);
        }
      }),
    );
    // ν is next to 0: the upper limit of psych::ICC is −0.99999, below the estimate.
    const { agreement, consistency } = intraclassCorrelations([
      [10, 15],
      [12, 12],
    ]);
    expect(agreement).toMatchObject({
      estimate: expect.closeTo(-12 / 13, 12),
      interval: missing('limits_beside_estimate'),
    });
    expect(isMissing(consistency.interval)).toBe(false);
  });

  it('say when a column does not vary, and when nothing differs', () => {
    expect(concordanceCorrelation([4, 4, 4], [1, 2, 3])).toMatchObject({
      concordance: missing('no_variation'),
      interval: missing('no_variation'),
    });
    expect(concordanceCorrelation([1, 2, 3], [1, 2, 3])).toMatchObject({
      concordance: 1,
      interval: missing('perfect_agreement'),
    });
    const identical = intraclassCorrelations([
      [1, 1],
      [2, 2],
      [4, 4],
    ]);
    expect(identical.agreement).toMatchObject({
      estimate: 1,
      interval: missing('perfect_agreement'),
      p: missing('perfect_agreement'),
    });
    expect(intraclassCorrelations([[1, 2]])).toMatchObject({
      rowMeanSquare: missing('too_few_observations'),
      agreement: { estimate: missing('too_few_observations') },
    });
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
        const { kappa, pValue } = cohenKappa(counts, weights);
        const turned = cohenKappa(
          counts.map((_, column) => counts.map((row) => row[column] ?? 0)),
          weights,
        );
        if (isMissing(kappa)) {
          expect(turned.kappa).toEqual(kappa);
          return;
        }
        expect(known(turned.kappa)).toBeCloseTo(kappa, 10);
        expect(kappa).toBeLessThanOrEqual(1);
        fc.pre(!isMissing(pValue));
        expect(pValue.p).toBeGreaterThanOrEqual(0);
        expect(pValue.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 between limits of 1 on every diagonal, also where shares do not add up to 1 in doubles', () => {
    const diagonal = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(diagonal, fc.constantFrom('unweighted', 'linear', 'quadratic'), (counts, weights) => {
        const agreed = counts.map((count, row) => counts.map((_, column) => (row === column ? count : 0)));
        const { observed, kappa, interval } = cohenKappa(agreed, weights);
        expect([observed, kappa, interval]).toEqual([1, 1, { lower: 1, upper: 1, level: 0.95 }]);
      }),
      { examples: [[[2, 8, 1, 13], 'unweighted']] },
    );
  });

  it('is not defined without a rating, or when everything falls in one category', () => {
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ kappa: missing('no_observation'), observed: missing('no_observation') });
    expect(
      cohenKappa([
        [5, 0],
        [0, 0],
      ]),
    ).toMatchObject({ kappa: missing('no_variation'), observed: 1, interval: missing('no_variation') });
  });
});
