import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownBesideTheWhole } from '#shared/analyses/shown-beside-the-whole.ts';

/** Groups of so many patients each, named by their place, and patients in none of them. */
function shownOf(sizes: readonly number[], inNone: number, fewest: number): readonly number[] {
  const groups = sizes.map((patients, place) => ({ patients, place }));
  const whole = sizes.reduce((sum, size) => sum + size, inNone);
  return shownBesideTheWhole(
    {
      large: groups.filter(({ patients }) => patients >= fewest),
      patientsOf: ({ patients }) => patients,
      patientsOutside: (shown) => shown.reduce((rest, { patients }) => rest - patients, whole),
    },
    fewest,
  ).map(({ place }) => place);
}

describe('the groups that are shown where the whole is', () => {
  it.each<readonly [string, readonly number[], number, readonly number[]]>([
    ['nobody is outside of them: all', [9, 5, 7], 0, [0, 1, 2]],
    ['four are: not the smallest', [9, 4, 7, 8], 0, [0, 3]],
    ['four are, and one in none: all that are large', [9, 4, 7, 8], 1, [0, 2, 3]],
    ['of equal ones not the last', [7, 2, 7, 9], 0, [0, 3]],
    ['two small ones are enough together', [9, 2, 3], 0, [0]],
    ['one large one is not shown beside one small one', [20, 1], 0, []],
  ])('where %s', (_, sizes, inNone, shown) => {
    expect(shownOf(sizes, inNone, 5)).toEqual(shown);
  });

  it('leave nobody, or as many patients as a group has to have, and no fewer groups than that needs', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 8 }),
        (own, inNone, fewest) => {
          const shown = shownOf(own, inNone, fewest);
          const rest = own.reduce((sum, size, place) => (shown.includes(place) ? sum : sum + size), inNone);
          expect(shown.length === 0 || rest === 0 || rest >= fewest).toBe(true);
          const keptBack = own.filter((size, place) => size >= fewest && !shown.includes(place));
          if (shown.length > 0) expect(keptBack.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
