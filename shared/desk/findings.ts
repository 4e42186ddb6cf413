import type { Bilingual } from '#shared/language.ts';
import { changesBetween, type RowChanges } from '#shared/reports/row-changes.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLES, type TableName } from '#shared/tables/tables.ts';
import { contentsOf } from '#shared/validation/examination.ts';
import type { ProblemGroup } from '#shared/validation/problem-groups.ts';
import { cellAt, cellsOfLine, type KnownText } from './cells-of-file.ts';
import type { CheckedFile } from './checked-files.ts';

/** One cell that a finding is about, for the page to show and to let it be rewritten. */
export interface FoundCell {
  readonly line: number;
  /** What it says. */
  readonly value: string;
  /** What the line is about: the cells of the table's key, as they stand there. */
  readonly row: string;
}

/** A word that may be written into a cell, and what it means. */
export interface Choice {
  readonly word: string;
  readonly meaning: Bilingual;
}

/** One thing that is wrong or doubtful, with the cells that can be rewritten; none where it is about no cell. */
export interface Finding extends ProblemGroup {
  readonly cells: readonly FoundCell[];
  readonly choices: readonly Choice[];
}

/** A checked file, as plain values that a worker can hand over. */
export interface CheckedView {
  readonly name: string;
  readonly verdict: 'accepted' | 'refused';
  readonly table: TableName | null;
  readonly rows: number | null;
  /** Of an accepted file that replaces another: how many rows come, change and go. */
  readonly changes: RowChanges | null;
  /** All problems of a refused file, all warnings of an accepted one. */
  readonly count: number;
  readonly findings: readonly Finding[];
  /** The header and the first lines, as they will be sent. */
  readonly preview: readonly (readonly string[])[];
}

const LINES_PREVIEWED = 6;

export function checkedView({ name, examination, replaced }: CheckedFile): CheckedView {
  const { verdict, table, text, tally } = examination;
  const known = text === undefined ? undefined : { text, table };
  return {
    name,
    verdict,
    table,
    rows: examination.verdict === 'accepted' ? examination.rows.length : null,
    changes:
      examination.verdict === 'accepted' && replaced !== null
        ? changesBetween([...contentsOf(replaced)], [...contentsOf(examination.rows)])
        : null,
    count: tally.count,
    findings: tally.groups.map((group) => ({
      ...group,
      cells: known === undefined ? [] : foundCells(known, group),
      choices: choicesOf(table, group.column),
    })),
    preview: text === undefined ? [] : previewOf(text),
  };
}

const previewOf = (text: KnownText['text']) =>
  Array.from({ length: LINES_PREVIEWED }, (_, below) => text.headerLine + below)
    .filter((number) => text.lines.numbered(number) !== undefined)
    .map((number) => cellsOfLine(text, number));

function foundCells(known: KnownText, { column, lines }: ProblemGroup): readonly FoundCell[] {
  if (column === null) return [];
  return lines.flatMap((line) => {
    const value = cellAt(known, { line, column });
    return value === undefined ? [] : [{ line, value, row: rowText(known, line, column) }];
  });
}

/** `F-001 · 2 · A`; nothing of the header itself. */
function rowText(known: KnownText, line: number, column: string): string {
  if (known.table === null || line === known.text.headerLine) return '';
  const keys: readonly string[] = TABLES[known.table].keyColumns;
  return keys
    .filter((key) => key !== column)
    .flatMap((key) => cellAt(known, { line, column: key }) ?? [])
    .filter((cell) => cell !== '')
    .join(' · ');
}

function choicesOf(table: TableName | null, column: string | null): readonly Choice[] {
  if (table === null || column === null) return [];
  const columns: readonly Column[] = TABLES[table].columns;
  const words = columns.find(({ name }) => name === column)?.kind.words ?? {};
  return Object.entries(words).map(([word, meaning]) => ({ word, meaning }));
}
