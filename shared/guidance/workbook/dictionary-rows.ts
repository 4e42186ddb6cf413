import type { CsvDialect } from '#shared/guidance/csv-dialect.ts';
import { type Bilingual, sameInBoth } from '#shared/language.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLES, type TableName } from '#shared/tables/tables.ts';

/** A line of the dictionary: a column, or one of the words that it may say. */
export interface DictionaryRow {
  readonly column: string;
  readonly title: Bilingual;
  readonly isRequired: boolean;
  /** What may be written: a word, else what is expected. */
  readonly written: Bilingual;
  /** Of a word. */
  readonly meaning?: Bilingual;
}

export interface Dictionary {
  readonly rows: readonly DictionaryRow[];
  /** Of each column with words, the positions of its first and last line. */
  readonly words: ReadonlyMap<string, readonly [first: number, last: number]>;
}

/** The columns of a table, those with words on a line for each word, so that a drop-down list can be made of them. */
export function dictionaryRows(table: TableName, { yesNo }: CsvDialect): Dictionary {
  const columns: readonly Column[] = TABLES[table].columns;
  const rows: DictionaryRow[] = [];
  const words = new Map<string, readonly [number, number]>();
  for (const { name, title, kind, blank } of columns) {
    const about = { column: name, title, isRequired: blank === undefined };
    const listed =
      kind.form.is === 'yes or no'
        ? yesNo.map((word) => ({ written: sameInBoth(word) }))
        : Object.entries(kind.words ?? {}).map(([word, meaning]) => ({ written: sameInBoth(word), meaning }));
    if (listed.length > 0) words.set(name, [rows.length, rows.length + listed.length - 1]);
    if (listed.length === 0) rows.push({ ...about, written: kind.expected });
    for (const word of listed) rows.push({ ...about, ...word });
  }
  return { rows, words };
}
