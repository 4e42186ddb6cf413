import { plainWord } from './spellings/plain-word.ts';
import type { Column } from './table.ts';
import { ofEachTable, TABLES, type TableName } from './tables.ts';

const withoutParenthesis = (title: string) => title.replace(/\s*\([^)]*\)$/, '');

/** What a header may call a column: by its name or a title, the title's parenthesis left out or not. */
export const headerSpellings = ({ name, title: { fr, en } }: Column): readonly string[] => [
  ...new Set([name, fr, en, withoutParenthesis(fr), withoutParenthesis(en)]),
];

/** Whether a header cell names a column, in any case, with spaces or hyphens for underscores. */
export const isNameOf = (column: Column, cell: string): boolean =>
  headerSpellings(column).some((text) => plainWord(text) === plainWord(cell));

const named = (columns: readonly Column[]): ReadonlyMap<string, Column> =>
  new Map(
    columns.flatMap((column) => headerSpellings(column).map((text) => [plainWord(text), column] as const)),
  );

const COLUMNS = ofEachTable((table) => named(TABLES[table].columns));

/** The column of a table that a header cell names, in any case, with spaces or hyphens for underscores. */
export const columnOfHeader = (table: TableName, cell: string): Column | undefined =>
  columnOfWord(table, plainWord(cell));

/** The same of a cell's plain word, where several tables are asked. */
export const columnOfWord = (table: TableName, word: string): Column | undefined => COLUMNS[table].get(word);
