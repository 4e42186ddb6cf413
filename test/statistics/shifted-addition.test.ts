import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMissing } from '#shared/statistics/figure.ts';
import {
  addShifted,
  addShiftedThrice,
  marginOfThree,
  zeroCounts,
} from '#shared/statistics/shifted-addition.ts';
import { subsetSumLaw } from '#shared/statistics/subset-sum-law.ts';

const counts = fc.array(fc.double({ min: 0, max: 2 ** 1000, noNaN: true }), { minLength: 1, maxLength: 40 });

it('adds to each count, up to the last, the one that stood so far below it', () => {
  fc.assert(
    fc.property(counts, fc.nat(12), fc.nat(), (before, shift, any) => {
      const last = any % before.length;
      const after = zeroCounts(before.length);
      after.set(before);
      addShifted(after, shift, last);
      const expected = before.map((count, sum) =>
        sum < shift || sum > last ? count : count + (before[sum - shift] ?? Number.NaN),
      );
      expect([...after]).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

it('adds three times over what three additions add, to the last bit', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 12 }), fc.nat(), (before, shift, any) => {
      const last = any % before.length;
      const once = zeroCounts(before.length);
      once.set(before);
      for (let step = 0; step < 3; step += 1) addShifted(once, shift, last);
      const expected = [...once.subarray(0, last + 1)];
      const thrice = zeroCounts(before.length, marginOfThree(shift));
      thrice.set(before);
      addShiftedThrice(thrice, shift, last);
      expect([...thrice.subarray(0, last + 1)]).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

it('counts the subsets of weights of which some come many times', () => {
  const tied = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 8 }));
  fc.assert(
    fc.property(fc.array(tied, { minLength: 1, maxLength: 5 }), (groups) => {
      const weights = groups.flatMap(([weight, times]) => Array.from({ length: times }, () => weight));
      const law = subsetSumLaw(weights);
      if (isMissing(law)) throw new Error('so few weights have a law');
      // Of 40 weights at most, the number of subsets of every sum is a double.
      const subsets = weights.reduce<readonly number[]>(
        (before, weight) =>
          Array.from(
            { length: before.length + weight },
            (_, sum) => (before[sum] ?? 0) + (before[sum - weight] ?? 0),
          ),
        [1],
      );
      let atMost = 0;
      for (const [sum, number] of subsets.entries()) {
        atMost += number;
        expect(law.atMost(sum)).toBe(atMost / 2 ** weights.length);
      }
    }),
    { numRuns: 300 },
  );
});

it('begins at zero however much was counted before, and has room for more than a page of memory', () => {
  const first = zeroCounts(3).fill(7);
  addShifted(first, 1, 2);
  const many = zeroCounts(100_000);
  expect([many.length, many.every((count) => count === 0)]).toEqual([100_000, true]);
  many[99_998] = 5;
  addShifted(many, 1, 99_999);
  expect([many[99_997], many[99_998], many[99_999]]).toEqual([0, 5, 5]);
});
