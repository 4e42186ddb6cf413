import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addShifted, zeroCounts } from '#shared/statistics/shifted-addition.ts';

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

it('begins at zero however much was counted before, and has room for more than a page of memory', () => {
  const first = zeroCounts(3).fill(7);
  addShifted(first, 1, 2);
  const many = zeroCounts(100_000);
  expect([many.length, many.every((count) => count === 0)]).toEqual([100_000, true]);
  many[99_998] = 5;
  addShifted(many, 1, 99_999);
  expect([many[99_997], many[99_998], many[99_999]]).toEqual([0, 5, 5]);
});
