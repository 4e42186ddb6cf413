import { strToU8, zipSync } from 'fflate';
import type { ExampleSettings } from '#shared/guidance/example-rows.ts';
import { templateWorkbook } from '#shared/guidance/workbook/template-workbook.ts';
import type { TableName } from '#shared/tables/tables.ts';
import type { PageLanguage } from '../language.ts';

/** The first day that a zip can name: the same template has the same bytes. */
const NO_DAY = new Date(1980, 0, 1);

/** A template with drop-down lists, as an .xlsx file. */
export function packedWorkbook(
  table: TableName,
  language: PageLanguage,
  settings: ExampleSettings,
): Uint8Array<ArrayBuffer> {
  return zipped(templateWorkbook(table, language, settings));
}

/** The parts of a workbook as an .xlsx file. */
export function zipped(parts: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const files = Object.fromEntries([...parts].map(([path, xml]) => [path, strToU8(xml)]));
  return Uint8Array.from(zipSync(files, { mtime: NO_DAY }));
}
