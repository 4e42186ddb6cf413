import * as z from 'zod';
import type { Bilingual, Titles } from '#shared/language.ts';
import type { ResultTable, ResultValue } from '#shared/publication/result-table.ts';

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
export function parseTitles(json: string): TitleOf {
  const vocabularies = parseVocabularies(json);
  return (vocabulary, code) => {
    const titles = vocabularies[vocabulary];
    // A code that is called as something every object has, such as `constructor`, has no title for it.
    return titles !== undefined && Object.hasOwn(titles, code) ? titles[code] : undefined;
  };
}

/** A row of a published table, its values by column name. */
export interface TableRecord {
  readonly text: (column: string) => string;
  /** Null where the table has no value. */
  readonly figure: (column: string) => number | null;
}

/** The rows of one of the tables; an error names a table or column that is not there. */
export function recordsOf(tables: readonly ResultTable[], name: string): readonly TableRecord[] {
  const table = tables.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`there is no table ${name} among the results`);
  return table.rows.map((row) => {
    const value = (column: string): ResultValue => {
      const position = table.columns.findIndex((candidate) => candidate.name === column);
      const found = row[position];
      if (found === undefined) throw new Error(`the table ${name} has no column ${column}`);
      return found;
    };
    return {
      text: (column) => String(value(column) ?? ''),
      figure: (column) => {
        const found = value(column);
        return typeof found === 'number' ? found : null;
      },
    };
  });
}
