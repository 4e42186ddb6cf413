import { quoted } from '#shared/publication/csv.ts';

/** A cell of a workbook; a day is a `Date` at midnight, UTC. */
export type SheetCell = string | number | boolean | Date | null;

const DELIMITER = ';';
const LINE_END = '\r\n';

/**
 * A sheet as the CSV that is sent: semicolons, decimal points, ISO days, `yes` and `no`. Every row of the sheet is one line,
 * blank ones too, so that the number of a line is that of the row in the workbook.
 */
export function sheetAsCsv(rows: readonly (readonly SheetCell[])[]): Uint8Array<ArrayBuffer> {
  const lines = rows.map((row) => row.map(cellText));
  const width = endOf(lines.find((cells) => cells.some(isFilled)) ?? []);
  const text = lines
    .map((cells) => {
      // Cells beside the header stay where something stands in them: the check says so.
      const end = Math.max(width, endOf(cells));
      return `${cells
        .slice(0, end)
        .map((cell) => quoted(cell, DELIMITER))
        .join(DELIMITER)}${LINE_END}`;
    })
    .join('');
  return new TextEncoder().encode(text);
}

const isFilled = (cell: string): boolean => cell !== '';
const endOf = (cells: readonly string[]): number => cells.findLastIndex(isFilled) + 1;

function cellText(cell: SheetCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return dayText(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return numberText(cell);
  return cell.replaceAll(/[\r\n]+/g, ' ').trim();
}

function dayText(date: Date): string {
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 'YYYY-MM-DD'.length) : iso;
}

/** As a spreadsheet shows it: it keeps 15 digits, so that 0.1 + 0.2 is 0.3. */
const numberText = (value: number): string => String(Number(value.toPrecision(15)));
