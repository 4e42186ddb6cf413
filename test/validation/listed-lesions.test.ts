import { expect, it } from 'vitest';
import { SIDES } from '#shared/protocol/sides.ts';
import { SEGMENTS } from '#shared/tables/segment.ts';
import type { TableRow } from '#shared/tables/tables.ts';
import { isOfOtherSide } from '#shared/validation/visibility-rules.ts';
import { visibilityRow } from '#test/tables/rows.ts';
import { csvFile } from './csv-file.ts';
import { centreRows, problemsOf } from './examined.ts';

it('a lesion that is said otherwise twice is told by the first of these lines, in whichever order they are kept', () => {
  const elsewhere = (pair: number): TableRow => ({
    table: 'visibility',
    row: visibilityRow({ pair, segment: 'VII' }),
  });
  const others = centreRows(elsewhere(2), elsewhere(3));
  const turned = { ...others, visibility: new Map([...others.visibility].reverse()) };
  for (const rows of [others, turned]) {
    const messages = problemsOf(csvFile('visibility', [{}]), rows).map(({ message }) => message.en);
    expect(messages).toEqual([expect.stringContaining('other-visibility.csv, line 2,')]);
  }
});

it('a segment lies on the sides that Couinaud gives it, the first and the fourth on either', () => {
  const sidesOf = (segment: (typeof SEGMENTS)[number] | null) =>
    SIDES.filter((side) => !isOfOtherSide(visibilityRow({ segment, side }))).join(' or ');
  expect(Object.fromEntries(SEGMENTS.map((segment) => [segment, sidesOf(segment)]))).toEqual({
    ...{ I: 'right or left', II: 'left', III: 'left', IVa: 'right or left', IVb: 'right or left' },
    ...{ V: 'right', VI: 'right', VII: 'right', VIII: 'right' },
  });
  expect(sidesOf(null)).toBe('right or left');
});
