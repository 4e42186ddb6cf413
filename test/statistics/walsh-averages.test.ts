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

/** Numbers so small that half of one may be rounded: multiples of the smallest. */
const smallest = fc
  .oneof(fc.integer({ min: -50, max: 50 }), fc.maxSafeInteger())
  .map((times) => times * Number.MIN_VALUE);

const anyValues = fc.oneof(
  ascending(fc.integer({ min: -15, max: 15 }), 150),
  ascending(fc.integer({ min: -900, max: 900 }), 150),
  ascending(fc.double({ min: -1e9, max: 1e9, noNaN: true }), 150),
  // One value far away, beside which the others are nearly one.
  ascending(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(1e12)), 150),
  ascending(smallest, 20),
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
        // A quarter of each of two sums, or half of each of two halves: so many roundings at the smallest numbers.
        expect(Math.abs(hodgesLehmannEstimate(tallied(sorted)) - all)).toBeLessThanOrEqual(
          1e-15 * Math.abs(all) + 2 * Number.MIN_VALUE,
        );
      }),
    );
  });

  it('have their median of three values, of which half of a sum is rounded', () => {
    const least = Number.MIN_VALUE;
    // The sums are −22, −11, −7, 0, 4 and 8 of it: half of −7 is rounded, and twice that is −6 or −8.
    expect(hodgesLehmannEstimate(tallied([-11 * least, 0, 4 * least]))).toBe(-2 * least);
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
