import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardisedMeanDifference, tTest } from '#shared/statistics/t-test.ts';
import { columns, tenths } from './samples.ts';

const pairs = columns(tenths, 3, 60).filter(
  ({ x, y }) => new Set(x.map((value, i) => value - (y[i] ?? 0))).size > 1,
);

describe('the paired t test', () => {
  it('does not depend on the order of the pairs', () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const forth = tTest(x, y);
        const back = tTest(x.toReversed(), y.toReversed());
        expect(back.p ?? Number.NaN).toBeCloseTo(forth.p ?? Number.NaN, 12);
        expect(back.estimate ?? Number.NaN).toBeCloseTo(forth.estimate ?? Number.NaN, 9);
      }),
    );
  });

  it('changes sign, and only sign, when the two columns change places', () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const forth = tTest(x, y);
        const back = tTest(y, x);
        expect(back.p).toBe(forth.p);
        expect(back.statistic).toBe(-(forth.statistic ?? Number.NaN) + 0);
        expect(back.interval?.lower).toBeCloseTo(-(forth.interval?.upper ?? Number.NaN), 9);
      }),
    );
  });

  it('does not depend on a common shift or on the unit', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -500, max: 500 }), ({ x, y }, shift) => {
        const moved = (values: readonly number[]) => values.map((value) => (value + shift) * 4);
        expect(tTest(moved(x), moved(y)).p).toBeCloseTo(tTest(x, y).p ?? Number.NaN, 12);
      }),
    );
  });

  it('has one-sided p-values that add up to 1, the smaller being half the two-sided one', () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const less = tTest(x, y, { alternative: 'less' }).p ?? Number.NaN;
        const greater = tTest(x, y, { alternative: 'greater' }).p ?? Number.NaN;
        expect(less + greater).toBeCloseTo(1, 12);
        expect(2 * Math.min(less, greater)).toBeCloseTo(tTest(x, y).p ?? Number.NaN, 12);
      }),
    );
  });

  it('excludes 0 from its interval exactly when p is below 1 − level', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(0.8, 0.95, 0.99), ({ x, y }, level) => {
        const { p, interval } = tTest(x, y, { level });
        if (p === null || interval === null || Math.abs(p - (1 - level)) < 1e-9) return;
        expect(interval.lower > 0 || interval.upper < 0).toBe(p < 1 - level);
      }),
    );
  });

  it('says why there is no p', () => {
    expect(tTest([1], [2])).toMatchObject({ n: 1, p: null, reason: 'too_few_observations' });
    expect(tTest([1, 2, 3], [1, 2, 3])).toMatchObject({ n: 3, estimate: 0, p: null, reason: 'all_zero' });
    expect(tTest([2, 3, 4], [1, 2, 3])).toMatchObject({ n: 3, p: null, reason: 'no_variation' });
    expect(tTest([1, Number.POSITIVE_INFINITY], [1, 2])).toMatchObject({ p: null, reason: 'infinite_value' });
    expect(tTest([1, 2], [1])).toMatchObject({ n: null, p: null, reason: 'lengths_differ' });
  });
});

describe('the standardised mean difference', () => {
  it('is corrected towards zero, the less the more pairs there are', () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const { dz, gz } = standardisedMeanDifference(x, y);
        if (dz === null || gz === null) return;
        expect(Math.abs(gz)).toBeLessThanOrEqual(Math.abs(dz));
        // Hedges' own approximation 1 − 3/(4ν − 1).
        const df = x.length - 1;
        if (df >= 10 && dz !== 0) expect(gz / dz).toBeCloseTo(1 - 3 / (4 * df - 1), 3);
      }),
    );
  });

  it('has no corrected form for two pairs, where the correction has no value', () => {
    expect(standardisedMeanDifference([1, 5], [0, 2])).toMatchObject({
      gz: null,
      reason: 'too_few_observations',
    });
  });
});
