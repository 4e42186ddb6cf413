import { expect, it } from 'vitest';
import type { TableRow } from '#shared/tables/tables.ts';
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
