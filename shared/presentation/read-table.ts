import * as z from 'zod';
import type { Bilingual, Titles } from '#shared/language.ts';
import type { ResultColumn, ResultTable, ResultValue } from '#shared/publication/result-table.ts';

const tablesSchema = z.object({
  tables: z.array(
    z.object({
      name: z.string(),
      title: z.object({ fr: z.string(), en: z.string() }),
      columns: z.array(
        z.object({
          name: z.string(),
          type: z.enum(['text', 'integer', 'number', 'boolean']),
          unit: z.string().nullable(),
          title: z.object({ fr: z.string(), en: z.string() }),
          vocabulary: z.string().nullable(),
        }),
      ),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    }),
  ),
});

/** Reads a published `tables.json`. */
export const parseTables = (json: string): readonly ResultTable[] =>
  tablesSchema.parse(JSON.parse(json)).tables;

const titlesSchema = z.object({
  vocabularies: z.record(z.string(), z.record(z.string(), z.object({ fr: z.string(), en: z.string() }))),
});

/** What a code of a vocabulary stands for. */
export type TitleOf = (vocabulary: string, code: string) => Bilingual | undefined;

/** What each code of each vocabulary stands for. */
export type Vocabularies = Readonly<Record<string, Titles>>;

/** Reads what the codes of a published `tables.json` stand for. */
export const parseVocabularies = (json: string): Vocabularies =>
  titlesSchema.parse(JSON.parse(json)).vocabularies;

/** The same, to look up one code. */
export const parseTitles = (json: string): TitleOf => titlesIn(parseVocabularies(json));

/** Looks up one code of these. */
export const titlesIn =
  (vocabularies: Vocabularies): TitleOf =>
  (vocabulary, code) => {
    const titles = vocabularies[vocabulary];
    // A code that is called as something every object has, such as `constructor`, has no title for it.
    return titles !== undefined && Object.hasOwn(titles, code) ? titles[code] : undefined;
  };

/** A cell of a published table, with the place where anybody can look it up. */
export interface TableCell {
  readonly table: string;
  /** From 0, as in `tables.json`. */
  readonly row: number;
  readonly column: ResultColumn;
  readonly value: ResultValue;
}

/** A row of a published table, its cells by column name. */
export interface TableRecord {
  /** An error names a column that is not there. */
  readonly cell: (column: string) => TableCell;
  /** Whether the table has such a column, which one of an earlier release may lack. */
  readonly has: (column: string) => boolean;
  /** '' where the cell is blank. */
  readonly text: (column: string) => string;
  /** Null where the cell is blank, or holds no number. */
  readonly figure: (column: string) => number | null;
}

/** A table lacks a column, as one of an earlier release may; or its name is misspelt here. */
export class MissingColumn extends Error {
  override readonly name = 'MissingColumn';
  constructor(table: string, column: string) {
    super(`the table ${table} has no column ${column}`);
  }
}

/** The rows of one of the tables; an error names a table that is not there. */
export function recordsOf(tables: readonly ResultTable[], name: string): readonly TableRecord[] {
  const table = tables.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`there is no table ${name} among the results`);
  return recordsIn(table);
}

/** The rows of a table. */
export const recordsIn = ({ name, columns, rows }: ResultTable): readonly TableRecord[] =>
  rows.map((values, row) => {
    const cell = (wanted: string): TableCell => {
      const position = columns.findIndex((candidate) => candidate.name === wanted);
      const [column, value] = [columns[position], values[position]];
      if (column === undefined || value === undefined) throw new MissingColumn(name, wanted);
      return { table: name, row, column, value };
    };
    return {
      cell,
      has: (wanted) => columns.some((candidate) => candidate.name === wanted),
      text: (wanted) => String(cell(wanted).value ?? ''),
      figure: (wanted) => {
        const { value } = cell(wanted);
        return typeof value === 'number' ? value : null;
      },
    };
  });
