import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLE_NAMES, TABLES } from '#shared/tables/tables.ts';
import { textOf } from './markdown.ts';

const LISTS = [
  {
    page: 'docs/STARD.md',
    items: range(1, 30).flatMap((item) =>
      ['10', '12', '13', '21'].includes(item) ? [`${item}a`, `${item}b`] : [item],
    ),
  },
  { page: 'docs/GRRAS.md', items: range(1, 15) },
];

const { tables, vocabularies } = z
  .object({
    tables: z.array(
      z.object({
        name: z.string(),
        columns: z.array(z.object({ name: z.string(), vocabulary: z.string().nullable() })),
      }),
    ),
    vocabularies: z.record(z.string(), z.record(z.string(), z.unknown())),
  })
  .parse(JSON.parse(textOf('test/golden/definitions.json')));

/** Everything that a list may name: published tables, their columns and codes, uploaded columns, settings, files. */
const KNOWN: ReadonlySet<string> = new Set([
  ...tables.flatMap(({ name, columns }) => [
    name,
    ...columns.map((column) => `${name}.${column.name}`),
    ...columns.flatMap(({ vocabulary }) =>
      Object.keys(vocabularies[vocabulary ?? ''] ?? {}).map((code) => `${name}: ${code}`),
    ),
  ]),
  ...TABLE_NAMES.flatMap((table) => {
    const columns: readonly Column[] = TABLES[table].columns;
    return columns.map(({ name }) => `${table}.${name}`);
  }),
  ...Object.keys(THESIS_SETTINGS),
  'manifest.json',
  'tables.json',
]);

const rowsOf = (page: string): readonly { readonly item: string; readonly answer: string }[] =>
  Array.from(
    textOf(page).matchAll(/^\| (\d+[ab]?) \| [^|]+ \| ([^|]+) \|$/gm),
    ([, item = '', answer = '']) => ({
      item,
      answer,
    }),
  );

const namesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/`([^`\n]+)`/g), ([, name = '']) => name);

describe.each(LISTS)('$page', ({ page, items }) => {
  it('has every item once, in order', () => {
    expect(rowsOf(page).map(({ item }) => item)).toEqual(items);
  });

  it('names no table, column, code, setting or file that is not there', () => {
    const named = namesIn(textOf(page));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !KNOWN.has(name))).toEqual([]);
  });

  it('answers each item by something that is there, or says that it does not', () => {
    const open = rowsOf(page).filter(
      ({ answer }) => namesIn(answer).length === 0 && !/\*not answered here\*|\]\(|^none/.test(answer),
    );
    expect(open).toEqual([]);
  });
});

function range(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, position) => String(from + position));
}
