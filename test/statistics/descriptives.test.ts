import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { describe, mean, median, quantile, standardDeviation, sum } from '#shared/statistics/descriptives.ts';
import { missing } from '#shared/statistics/figure.ts';
import { midranks } from '#shared/statistics/ranks.ts';
import { RunningMean } from '#shared/statistics/running-mean.ts';
import { roundToSignificant } from '#shared/statistics/significant-digits.ts';
import { known } from './known.ts';
import { tenths } from './samples.ts';

group('descriptive statistics', () => {
  it('sum tenths without drift', () => {
    expect(sum(Array.from({ length: 1_000_000 }, () => 0.1))).toBe(100_000);
    expect(sum([1e16, 1, -1e16])).toBe(1);
  });

  it('have the same mean, to the last digit, of values that are not kept', () => {
    const extreme = fc.double({ noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.oneof(tenths, extreme)), (values) => {
        const running = new RunningMean();
        for (const value of values) running.add(value);
        expect(running.mean()).toEqual(mean(values));
      }),
    );
  });

  it('do not depend on order, and follow a shift', () => {
    fc.assert(
      fc.property(
        fc.array(tenths, { minLength: 2, maxLength: 50 }),
        fc.integer({ min: -99, max: 99 }),
        (x, shift) => {
          const moved = x.map((value) => value + shift).reverse();
          expect(known(mean(moved))).toBeCloseTo(known(mean(x)) + shift, 9);
          expect(median(moved)).toBe(known(median(x)) + shift);
          expect(known(standardDeviation(moved))).toBeCloseTo(known(standardDeviation(x)), 9);
        },
      ),
    );
  });

  it('place quantiles as R’s type 7 does', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile([4, 1, 3, 2], p))).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(quantile([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], 0.3)).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it('are missing, not zero, where there is no value', () => {
    const none = missing('no_observation');
    expect(describe([null, Number.NaN])).toEqual({
      n: 0,
      absent: 2,
      sum: 0,
      mean: none,
      firstQuartile: none,
      median: none,
      thirdQuartile: none,
      standardDeviation: none,
      minimum: none,
      maximum: none,
    });
    expect(describe([3, null])).toMatchObject({
      mean: 3,
      standardDeviation: missing('too_few_observations'),
    });
    expect(standardDeviation([3, Number.POSITIVE_INFINITY])).toEqual(missing('infinite_value'));
    expect(quantile([], 0.25)).toEqual(none);
  });
});

group('midranks', () => {
  it('always add up to n(n + 1)/2 and keep the order of the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), (values) => {
        const { ranks, tieTerm } = midranks(values);
        expect(sum(ranks)).toBe((values.length * (values.length + 1)) / 2);
        expect(tieTerm > 0).toBe(new Set(values).size < values.length);
        for (const [i, first] of values.entries()) {
          for (const [j, second] of values.entries()) {
            expect(Math.sign((ranks[i] ?? 0) - (ranks[j] ?? 0))).toBe(Math.sign(first - second));
          }
        }
      }),
    );
  });
});

group('significant digits', () => {
  it('round halves to even on the double, unlike toPrecision', () => {
    expect(roundToSignificant(0.125, 2)).toBe(0.12);
    expect(roundToSignificant(0.375, 2)).toBe(0.38);
    expect(roundToSignificant(-12345, 2)).toBe(-12000);
    expect(roundToSignificant(0, 2)).toBe(0);
    expect(roundToSignificant(1.26e-310, 2)).toBeCloseTo(1.3e-310, 320);
  });
});
