import type { Bilingual } from '#shared/language.ts';
import { movedCells, rowName } from '#shared/presentation/moved-figures.ts';
import type { TitleOf } from '#shared/presentation/read-table.ts';
import type { TableChanges, TablesChanges } from '#shared/publication/comparison/compare-tables.ts';
import type { ResultColumn, ResultTable } from '#shared/publication/result-table.ts';
import type { Terminal } from './command.ts';
import { terminalTable } from './terminal-table.ts';

/** Of each table; `--table` shows all of one. */
const FIGURES_SHOWN = 10;

interface Tables {
  readonly changes: TablesChanges;
  /** Where the figures are that are not shown, of a table by its name. */
  readonly whole: (table: string) => Bilingual;
  /** Those of both results, for the titles of columns and codes. */
  readonly tables: readonly ResultTable[];
  readonly titleOf: TitleOf;
}

type Reader = Pick<Terminal, 'say' | 'language'>;

/** What differs between the tables of two results, a piece of text each. */
export function tableChangesTexts({ changes, ...shown }: Tables, reader: Reader): readonly string[] {
  const { say } = reader;
  return [
    ...changes.added.map((name) => say({ fr: `+ tableau ${name}`, en: `+ table ${name}` })),
    ...changes.removed.map((name) => say({ fr: `− tableau ${name}`, en: `− table ${name}` })),
    ...changes.changed.map((table) => tableText(table, shown, reader, FIGURES_SHOWN)),
  ];
}

/** All that differs in one table. */
export const wholeTableText = (
  changes: TableChanges,
  shown: Omit<Tables, 'changes'>,
  reader: Reader,
): string => tableText(changes, shown, reader, Number.POSITIVE_INFINITY);

function tableText(
  { table, keys, columns, rows, moved }: TableChanges,
  { tables, titleOf, whole }: Omit<Tables, 'changes'>,
  { say, language }: Reader,
  most: number,
): string {
  const definitions = tables.filter(({ name }) => name === table).flatMap((found) => found.columns);
  const column = (name: string): ResultColumn | undefined => definitions.find((found) => found.name === name);
  const nameOf = (labels: TableChanges['rows']['added'][number]) =>
    rowName(labels, keys.map(column), titleOf);
  const figures = moved.slice(0, most);
  const title = {
    fr: `${table} : ${moved.length} valeur(s) changée(s)`,
    en: `${table}: ${moved.length} value(s) changed`,
  };
  const more = (count: number) =>
    say({
      fr: `  … et ${count} ${count === 1 ? 'autre' : 'autres'} : ${whole(table).fr}`,
      en: `  … and ${count} more: ${whole(table).en}`,
    });
  const list = (sign: string, labels: TableChanges['rows']['added']) => [
    ...labels
      .slice(0, most)
      .map((label) => `  ${sign} ${say({ fr: 'ligne', en: 'row' })} ${say(nameOf(label))}`),
    ...(labels.length > most ? [more(labels.length - most)] : []),
  ];
  const headings = [
    { fr: 'ligne', en: 'row' },
    { fr: 'colonne', en: 'column' },
    { fr: 'avant', en: 'before' },
    { fr: 'après', en: 'after' },
  ];
  const cells = figures.map(({ labels, column: name, before, after }) => [
    nameOf(labels),
    { fr: name, en: name },
    ...movedCells(before, after, column(name), titleOf),
  ]);
  return [
    figures.length === 0 ? say(title) : terminalTable({ title, headings, rows: cells }, language).trimEnd(),
    ...(moved.length > most ? [more(moved.length - most)] : []),
    ...columns.added.map((name) => `  + ${say({ fr: 'colonne', en: 'column' })} ${name}`),
    ...columns.removed.map((name) => `  − ${say({ fr: 'colonne', en: 'column' })} ${name}`),
    ...list('+', rows.added),
    ...list('−', rows.removed),
    '',
  ].join('\n');
}
