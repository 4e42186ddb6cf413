import readWorkbook from 'read-excel-file/web-worker';
import type { SheetCell } from '#shared/desk/sheet-csv.ts';
import type { Sheet } from '#shared/desk/workbook-files.ts';

/** The sheets of an Excel workbook (.xlsx), each cell as what it holds. */
export async function readSheets(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Sheet[]> {
  const sheets = await readWorkbook(bytes.slice().buffer, { trim: false });
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map((cell): SheetCell => asCell(cell))),
  }));
}

/** The library's types name the class of a day, not a day. */
function asCell(cell: unknown): SheetCell {
  if (cell instanceof Date || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return typeof cell === 'string' ? cell : null;
}
