import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median } from '#shared/statistics/descriptives.ts';
import { tallied } from '#shared/statistics/value-tally.ts';
import { hodgesLehmannEstimate, walshAverage } from '#shared/statistics/walsh-averages.ts';
import { known } from './known.ts';

/** All of them, as the definition says. */
const walshAverages = (values: Float64Array) =>
  Float64Array.from(
    Array.from(values).flatMap((first, index) =>
      Array.from(values.subarray(index), (second) => (first + second) / 2),
    ),
  ).sort();

const ascending = (value: fc.Arbitrary<number>, maxLength: number) =>
  fc.array(value, { minLength: 1, maxLength }).map((values) => Float64Array.from(values).sort());

const anyValues = fc.oneof(
  ascending(fc.integer({ min: -15, max: 15 }), 150),
  ascending(fc.integer({ min: -900, max: 900 }), 150),
  ascending(fc.double({ min: -1e9, max: 1e9, noNaN: true }), 150),
  // One value far away, beside which the others are nearly one.
  ascending(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(1e12)), 150),
);

describe('Walsh averages', () => {
  it('are each found where sorting all of them puts it', () => {
    fc.assert(
      fc.property(
        anyValues,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (sorted, share) => {
          const all = walshAverages(sorted);
          const rank = Math.floor(share * all.length);
          expect(walshAverage(tallied(sorted), rank)).toBe(all[rank]);
        },
      ),
    );
  });

  it('have the Hodges–Lehmann estimate as their median', () => {
    fc.assert(
      fc.property(anyValues, (sorted) => {
        const all = known(median(walshAverages(sorted)));
        expect(Math.abs(hodgesLehmannEstimate(tallied(sorted)) - all)).toBeLessThanOrEqual(
          1e-15 * Math.abs(all),
        );
      }),
    );
  });

  it('are 0 where the differences balance, and not nearly 0', () => {
    expect(hodgesLehmannEstimate(tallied([-3, -1, 1, 3]))).toBe(0);
  });

  it('are not stored: 100,000 differences have five thousand million', () => {
    const sorted = Float64Array.from({ length: 100_000 }, (_, index) => Math.sin(index * index) * 30).sort();
    const before = process.threadCpuUsage();
    hodgesLehmannEstimate(tallied(sorted));
    const { user, system } = process.threadCpuUsage(before);
    expect(user + system).toBeLessThan(1_000_000);
  });
});
