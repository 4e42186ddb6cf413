import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  movedBy,
  tallied,
  talliedNumber,
  type ValueTally,
  valueAt,
  withoutZeros,
} from '#shared/statistics/value-tally.ts';

const anyNumbers = fc.oneof(
  fc.array(fc.integer({ min: -9, max: 9 })),
  fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 })),
  fc.array(fc.constantFrom(-1, -0, 0, 0.1, 0.2, 0.30000000000000004, -Infinity)),
  fc.array(fc.double({ noNaN: true })),
);

const sorted = (numbers: readonly number[]) => [...Float64Array.from(numbers).sort()];
const all = (tally: ValueTally) =>
  Array.from({ length: talliedNumber(tally) }, (_, place) => valueAt(tally, place));

describe('a tally of values', () => {
  it('has each value at its place, and each value once', () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const tally = tallied(numbers);
        expect(all(tally)).toEqual(sorted(numbers));
        const different = sorted(numbers).filter((value, place, them) => !Object.is(value, them[place - 1]));
        expect([...tally.values]).toEqual(different);
        expect(valueAt(tally, numbers.length)).toBeUndefined();
      }),
    );
  });

  it('without zeros, or moved, is that of such values', () => {
    fc.assert(
      fc.property(anyNumbers, fc.constantFrom(0, 1, 0.1, 1e16), (numbers, addend) => {
        const others = numbers.filter((value) => value !== 0);
        expect(withoutZeros(tallied(numbers))).toEqual(tallied(others));
        expect(movedBy(tallied(others), addend)).toEqual(tallied(others.map((value) => value + addend)));
      }),
    );
  });
});
