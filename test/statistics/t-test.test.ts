import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMissing, missing } from '#shared/statistics/figure.ts';
import { standardisedMeanDifference, type TTest, tTest } from '#shared/statistics/t-test.ts';
import { known } from './known.ts';
import { columns, tenths } from './samples.ts';

const pairs = columns(tenths, 3, 60).filter(
  ({ x, y }) => new Set(x.map((value, i) => value - (y[i] ?? 0))).size > 1,
);

const pOf = ({ pValue }: TTest): number => known(pValue).p;

describe('the paired t test', () => {
  it('does not depend on the order of the pairs', () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const forth = tTest(x, y);
        const back = tTest(x.toReversed(), y.toReversed());
        expect(pOf(back)).toBeCloseTo(pOf(forth), 12);
        expect(known(back.estimate)).toBeCloseTo(known(forth.estimate), 9);
      }),
    );
  });

  it('changes sign, and only sign, when the two columns change places', () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const forth = tTest(x, y);
        const back = tTest(y, x);
        expect(pOf(back)).toBe(pOf(forth));
        expect(back.statistic).toBe(-known(forth.statistic) + 0);
        expect(known(back.interval).lower).toBeCloseTo(-known(forth.interval).upper, 9);
      }),
    );
  });

  it('does not depend on a common shift or on the unit', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -500, max: 500 }), ({ x, y }, shift) => {
        const moved = (values: readonly number[]) => values.map((value) => (value + shift) * 4);
        expect(pOf(tTest(moved(x), moved(y)))).toBeCloseTo(pOf(tTest(x, y)), 12);
      }),
    );
  });

  it('has one-sided p-values that add up to 1, the smaller being half the two-sided one', () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const less = pOf(tTest(x, y, { alternative: 'less' }));
        const greater = pOf(tTest(x, y, { alternative: 'greater' }));
        expect(less + greater).toBeCloseTo(1, 12);
        expect(2 * Math.min(less, greater)).toBeCloseTo(pOf(tTest(x, y)), 12);
      }),
    );
  });

  it('excludes 0 from its interval exactly when p is below 1 − level', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(0.8, 0.95, 0.99), ({ x, y }, level) => {
        const test = tTest(x, y, { level });
        const p = pOf(test);
        fc.pre(Math.abs(p - (1 - level)) >= 1e-9);
        const { lower, upper } = known(test.interval);
        expect(lower > 0 || upper < 0).toBe(p < 1 - level);
      }),
    );
  });

  it('says why there is no p', () => {
    expect(tTest([1], [2])).toMatchObject({ n: 1, pValue: missing('too_few_observations') });
    expect(tTest([1, 2, 3], [1, 2, 3])).toMatchObject({ n: 3, estimate: 0, pValue: missing('all_zero') });
    expect(tTest([2, 3, 4], [1, 2, 3])).toMatchObject({ n: 3, pValue: missing('no_variation') });
    expect(tTest([1, Number.POSITIVE_INFINITY], [1, 2]).pValue).toEqual(missing('infinite_value'));
    const unlike = missing('lengths_differ');
    expect(tTest([1, 2], [1])).toMatchObject({ n: unlike, pValue: unlike, interval: unlike });
  });
});

describe('the standardised mean difference', () => {
  it('is corrected towards zero, the less the more pairs there are', () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const { dz, gz } = standardisedMeanDifference(x, y);
        fc.pre(!(isMissing(dz) || isMissing(gz)));
        expect(Math.abs(gz)).toBeLessThanOrEqual(Math.abs(dz));
        // Hedges' own approximation 1 − 3/(4ν − 1).
        const df = x.length - 1;
        if (df >= 10 && dz !== 0) expect(gz / dz).toBeCloseTo(1 - 3 / (4 * df - 1), 3);
      }),
    );
  });

  it('has no corrected form for two pairs, where the correction has no value', () => {
    expect(standardisedMeanDifference([1, 5], [0, 2])).toMatchObject({
      dz: expect.closeTo(Math.SQRT2, 12),
      gz: missing('too_few_observations'),
    });
  });
});
