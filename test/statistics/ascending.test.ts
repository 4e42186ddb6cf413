import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascending } from '#shared/statistics/ascending.ts';

const whole = (reach: number) => fc.integer({ min: -reach, max: reach });
const anyNumbers = fc.oneof(
  fc.array(whole(20)),
  fc.array(whole(2 ** 31 - 1)),
  fc.array(fc.oneof(whole(5), fc.constantFrom(-0, 0.5, 2 ** 53, -Infinity))),
  fc.array(fc.double({ noNaN: true })),
);

describe('values in ascending order', () => {
  it('are those of a sort, to the sign of a zero, and leave the given ones as they are', () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const given = Float64Array.from(numbers);
        expect(ascending(given)).toEqual(Float64Array.from(numbers).sort());
        expect(given).toEqual(Float64Array.from(numbers));
      }),
    );
  });

  it.each([4102, 4103])('are so where the range is at and beyond what is counted: %d', (most) => {
    expect(ascending([most, 0, 1])).toEqual(Float64Array.of(0, 1, most));
  });
});
