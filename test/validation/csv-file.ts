import { TABLES, type TableName, type TableRow } from '#shared/tables/tables.ts';
import type { Encoding } from '#shared/validation/decode-file.ts';
import type { Delimiter } from '#shared/validation/split-cells.ts';
import type { LineEnd } from '#shared/validation/split-lines.ts';
import { encodeUtf16 } from '#shared/validation/utf-16.ts';
import { encodeWindows1252 } from '#shared/validation/windows-1252.ts';
import { lesionRow, pairRow, patientRow, readerRow, visibilityRow } from '#test/tables/rows.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** How a spreadsheet writes one and the same table. */
export interface Dialect {
  readonly encoding: Encoding;
  /** Taken in turn, so that two of them make a file with mixed line ends. */
  readonly lineEnds: readonly LineEnd[];
  readonly delimiter: Delimiter;
  readonly quotes: 'where needed' | 'everywhere';
  readonly header: (column: string) => string;
  readonly decimal: '.' | ',';
  readonly days: 'YYYY-MM-DD' | 'DD/MM/YYYY';
  readonly yesNo: readonly [yes: string, no: string];
  readonly male: 'M' | 'H';
  readonly unknown: '' | 'NA' | 'NC';
  /** On both sides of each cell. */
  readonly padding: '' | ' ' | '\u00a0';
  /** What becomes of the end of each row: blank cells added, or left out. */
  readonly rowEnds: 'kept' | 'extended' | 'shortened';
  readonly blankLines: boolean;
  /** Before and after all lines: marks and lines that are no part of the table. */
  readonly before: string;
  readonly after: string;
}

export const PLAIN: Dialect = {
  encoding: 'utf-8',
  lineEnds: ['\n'],
  delimiter: ',',
  quotes: 'where needed',
  header: (column) => column,
  decimal: '.',
  days: 'YYYY-MM-DD',
  yesNo: ['yes', 'no'],
  male: 'M',
  unknown: '',
  padding: '',
  rowEnds: 'kept',
  blankLines: false,
  before: '',
  after: '',
};

/** The bytes of a text in an encoding, with the mark that it has. */
export function bytesOf(text: string, encoding: Encoding = 'utf-8'): Bytes {
  switch (encoding) {
    case 'windows-1252':
      return encodeWindows1252(text);
    case 'utf-16le':
    case 'utf-16be':
      return encodeUtf16(`\uFEFF${text}`, encoding);
    case 'utf-8-with-bom':
      return new TextEncoder().encode(`\uFEFF${text}`);
    case 'utf-8':
      return new TextEncoder().encode(text);
  }
}

function cellText(column: string, value: unknown, { decimal, days, yesNo, male, unknown }: Dialect): string {
  // A pseudonym is a name, even where it reads like one of the study's words.
  if (column === 'patient_id') return String(value);
  if (value === null) return unknown;
  if (typeof value === 'boolean') return value ? yesNo[0] : yesNo[1];
  if (typeof value === 'number') return String(value).replace('.', decimal);
  const text = String(value);
  if (text === 'yes') return yesNo[0];
  if (text === 'M') return male;
  return days === 'DD/MM/YYYY' ? text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1') : text;
}

/** The text of each cell of a row, by column. */
export const cellsOf = ({ row }: Pick<TableRow, 'row'>, dialect: Dialect = PLAIN): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, cellText(column, value, dialect)]),
  );

/** Lines of cells as a file. */
export function fileOfCells(lines: readonly (readonly string[])[], dialect: Dialect = PLAIN): Bytes {
  const written = (cell: string) =>
    dialect.quotes === 'everywhere' || cell.includes(dialect.delimiter) ? `"${cell}"` : cell;
  const ended = (cells: readonly string[]) => {
    if (dialect.rowEnds === 'extended') return [...cells, '', ''];
    return dialect.rowEnds === 'kept'
      ? cells
      : cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  };
  const text = lines
    .map((cells) =>
      ended(cells)
        .map((cell) => written(`${dialect.padding}${cell}${dialect.padding}`))
        .join(dialect.delimiter),
    )
    .flatMap((line) => (dialect.blankLines ? ['', line, dialect.delimiter.repeat(3)] : [line]))
    .map((line, at) => `${line}${dialect.lineEnds[at % dialect.lineEnds.length] ?? '\n'}`)
    .join('');
  return bytesOf(`${dialect.before}${text}${dialect.after}`, dialect.encoding);
}

/** Rows of one table as a file, with these columns in this order. */
export function fileOfRows(rows: readonly TableRow[], dialect: Dialect, columns: readonly string[]): Bytes {
  const lines = rows.map((row) => {
    const cells = cellsOf(row, dialect);
    return columns.map((column) => cells[column] ?? '');
  });
  return fileOfCells([columns.map(dialect.header), ...lines], dialect);
}

type ColumnName<T extends TableName> = (typeof TABLES)[T]['columns'][number]['name'];

/** What a test says about a row: the text of the cells that it is about; the others are valid. */
export type Cells<T extends TableName> = Readonly<Partial<Record<ColumnName<T>, string>>>;

const VALID = {
  patients: patientRow(),
  pairs: pairRow(),
  lesions: lesionRow(),
  visibility: visibilityRow(),
  readers: readerRow(),
};

export const columnNames = (table: TableName): readonly string[] =>
  TABLES[table].columns.map(({ name }) => name);

/** A plain file of one table: a header with all columns, and one valid row for each of `rows`, but for these cells. */
export function csvFile<T extends TableName>(table: T, rows: readonly Cells<T>[], dialect = PLAIN): Bytes {
  const columns = columnNames(table);
  const lines = rows.map((differs) => {
    const cells: Record<string, string> = { ...cellsOf({ row: VALID[table] }, dialect), ...differs };
    return columns.map((column) => cells[column] ?? '');
  });
  return fileOfCells([columns.map(dialect.header), ...lines], dialect);
}
