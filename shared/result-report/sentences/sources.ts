import type { Bilingual } from '#shared/language.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import {
  type PublishedResult,
  type PublishedRow,
  rowsOf,
  rowWhere,
} from '#shared/result-report/published-result.ts';
import { en, fr } from './wording.ts';

/** Says what stands in place of a text whose table, or whose columns, this result does not have. */
export const notPublished = (table: string): BilingualPassage => ({
  fr: fr`Ce résultat n’a pas de quoi le dire : il vient d’une version antérieure, sans le tableau « ${table} » sous cette forme.`,
  en: en`This result cannot tell: it is of an earlier release, without the table “${table}” in this form.`,
});

/** The table is there, without the row: nothing of the kind was seen. */
export const noSuchRow = (table: string): BilingualPassage => ({
  fr: fr`Rien à en dire : le tableau « ${table} » n’a pas de ligne à ce sujet.`,
  en: en`Nothing to tell: the table “${table}” has no row on this.`,
});

/** What a text is made from: a row, by what stands in its cells. */
export interface Source {
  readonly table: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The columns that the text reads. */
  readonly columns: readonly string[];
}

/** Tells of a row, or says that there is none. */
export function told(
  result: PublishedResult,
  { table, labels, columns }: Source,
  tell: (row: PublishedRow) => BilingualPassage,
): BilingualPassage {
  if (!hasColumns(result, table, [...Object.keys(labels), ...columns])) return notPublished(table);
  const row = rowWhere(result, table, labels);
  return row === undefined ? noSuchRow(table) : tell(row);
}

/** A row with these columns; undefined where the table, one of the columns or the row is not there. */
export function foundRow(
  result: PublishedResult,
  { table, labels, columns }: Source,
): PublishedRow | undefined {
  return hasColumns(result, table, [...Object.keys(labels), ...columns])
    ? rowWhere(result, table, labels)
    : undefined;
}

/** The rows of a table; none where it lacks one of the columns. */
export const foundRows = (
  result: PublishedResult,
  table: string,
  columns: readonly string[],
): readonly PublishedRow[] => (hasColumns(result, table, columns) ? rowsOf(result, table) : []);

export function hasColumns({ tables }: PublishedResult, table: string, columns: readonly string[]): boolean {
  const found = tables.find(({ name }) => name === table);
  if (found === undefined) return false;
  const names = new Set(found.columns.map(({ name }) => name));
  return columns.every((column) => names.has(column));
}

/** What a code of a row stands for; the code itself where nobody says. */
export function titleIn({ titleOf }: PublishedResult, row: PublishedRow, column: string): Bilingual {
  const { value, column: definition } = row.cell(column);
  const code = String(value ?? '');
  return titleOf(definition.vocabulary ?? '', code) ?? { fr: code, en: code };
}

export const hasTable = ({ tables }: PublishedResult, table: string): boolean =>
  tables.some(({ name }) => name === table);
