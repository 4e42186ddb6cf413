import { encode } from '#shared/reports/encoded-text.ts';
import { cellText, rawCells, rewritten } from '#shared/reports/raw-cells.ts';
import { columnOfHeader } from '#shared/tables/header-names.ts';
import type { TableName } from '#shared/tables/tables.ts';
import type { FileText } from '#shared/validation/examination.ts';

/** A file whose lines are known; the table is null where its header says none. */
export interface KnownText {
  readonly text: FileText;
  readonly table: TableName | null;
}

/** A cell as a problem names it: the number of its line, and the study's name of its column. */
export interface CellPlace {
  readonly line: number;
  readonly column: string;
}

/** A cell with what is to stand in it. */
export interface MendedCell extends CellPlace {
  readonly value: string;
}

/** The cells of a line, without their quotation marks. */
export function cellsOfLine({ lines, delimiter }: FileText, line: number): readonly string[] {
  return rawCells(lines.numbered(line)?.text ?? '', delimiter).map((raw) => cellText(raw.trim()));
}

/** Where in its line a cell stands; undefined where the header has no such column. */
export function positionOf({ text, table }: KnownText, { line, column }: CellPlace): number | undefined {
  const isColumn = (cell: string) =>
    cell.trim() === column || (table !== null && columnOfHeader(table, cell)?.name === column);
  const header = cellsOfLine(text, text.headerLine);
  // Of a name that stands twice in the header, the second is the one to mend.
  const position = line === text.headerLine ? header.findLastIndex(isColumn) : header.findIndex(isColumn);
  return position < 0 ? undefined : position;
}

/** What a cell says; undefined where there is no such column. A line that is too short has blank ones at its end. */
export function cellAt(known: KnownText, place: CellPlace): string | undefined {
  const position = positionOf(known, place);
  return position === undefined ? undefined : (cellsOfLine(known.text, place.line)[position] ?? '').trim();
}

/** The file with these cells rewritten; everything else stays to the byte. */
export function withCells(known: KnownText, mended: readonly MendedCell[]): Uint8Array<ArrayBuffer> {
  const { text } = known;
  const { delimiter, encoding } = text;
  const rows = new Map<number, string[]>();
  for (const { line, column, value } of mended) {
    const position = positionOf(known, { line, column });
    if (position === undefined) continue;
    const cells = rows.get(line) ?? [...rawCells(text.lines.numbered(line)?.text ?? '', delimiter)];
    while (cells.length <= position) cells.push('');
    cells[position] = rewritten(cells[position] ?? '', oneLine(value), delimiter);
    rows.set(line, cells);
  }
  const content = Array.from(
    text.lines,
    (line) => `${rows.get(line.number)?.join(delimiter) ?? line.text}${line.lineEnd}`,
  );
  const mark = encoding === 'utf-8' || encoding === 'windows-1252' ? '' : '\uFEFF';
  return Uint8Array.from(encode([mark, text.before, ...content, text.after].join(''), encoding));
}

/** No cell of the study holds a line break. */
const oneLine = (value: string): string => value.replaceAll(/[\r\n]+/g, ' ').trim();
