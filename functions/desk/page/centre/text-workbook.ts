import { sheetXml } from '#shared/guidance/workbook/sheet-xml.ts';
import { workbookParts } from '#shared/guidance/workbook/workbook-parts.ts';
import { zipped } from './zipped.ts';

const WIDTH = 16;
const LAST_WIDTH = 80;

/** A workbook of one sheet whose cells are all texts, so that an id keeps its zeros; the last column is wide. */
export function textWorkbook(name: string, rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const columns = rows[0]?.length ?? 0;
  const xml = sheetXml({
    rows: rows.map((cells, at) =>
      cells.map((value) => ({ value, style: at === 0 ? ('heading' as const) : ('text' as const) })),
    ),
    columns: Array.from({ length: columns }, (_, at) => ({
      width: at === columns - 1 ? LAST_WIDTH : WIDTH,
      style: 'text',
    })),
    validations: [],
  });
  return zipped(workbookParts([{ name, xml }]));
}
