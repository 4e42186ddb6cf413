import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';
import { answerParts, answerWhereListed } from '#shared/result-report/checklists/checklist.ts';
import { checklistPage } from '#shared/result-report/checklists/checklist-page.ts';
import { CHECKLISTS } from '#shared/result-report/checklists/checklists.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLE_NAMES, TABLES } from '#shared/tables/tables.ts';
import { textOf } from './markdown.ts';

const ITEMS = {
  STARD: range(1, 30).flatMap((item) =>
    ['10', '12', '13', '21'].includes(item) ? [`${item}a`, `${item}b`] : [item],
  ),
  GRRAS: range(1, 15),
};

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

const namesIn = (answer: string): readonly string[] =>
  answerParts(answer).flatMap((part) => (part.kind === 'name' ? [part.text] : []));

describe.each(CHECKLISTS)('$list.name', ({ list, about }) => {
  it('has every item once, in order', () => {
    expect(list.items.map(({ item }) => item)).toEqual(ITEMS[list.name]);
  });

  it('names no table, column, code, setting or file that is not there', () => {
    const named = list.items.flatMap((item) => namesIn(answerWhereListed(item).en));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !KNOWN.has(name))).toEqual([]);
  });

  it('answers each item by the same names and links in both languages', () => {
    const places = (answer: string) => answerParts(answer).filter(({ kind }) => kind !== 'words');
    for (const one of list.items) {
      const [{ item }, answeredBy] = [one, answerWhereListed(one)];
      const paths = (answer: string) =>
        places(answer).map((part) => (part.kind === 'link' ? part.path : part.text));
      expect([item, ...paths(answeredBy.fr)]).toEqual([item, ...paths(answeredBy.en)]);
      expect(answeredBy.fr.includes('*sans réponse ici*')).toBe(
        answeredBy.en.includes('*not answered here*'),
      );
    }
  });

  it('answers each item by something that is there, or says that it does not', () => {
    const open = list.items.filter(
      ({ answeredBy: { en } }) => namesIn(en).length === 0 && !/\*not answered here\*|\]\(|^none/.test(en),
    );
    expect(open).toEqual([]);
  });

  it('is the page in docs', async () => {
    await expect(checklistPage(list, about)).toMatchFileSnapshot(`../../docs/${list.name}.md`);
  });
});

function range(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, position) => String(from + position));
}
