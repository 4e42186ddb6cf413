import type { ExampleSettings } from '#shared/guidance/example-rows.ts';
import { templateWorkbook } from '#shared/guidance/workbook/template-workbook.ts';
import type { TableName } from '#shared/tables/tables.ts';
import type { PageLanguage } from '../language.ts';
import { zipped } from './zipped.ts';

/** A template with drop-down lists, as an .xlsx file. */
export const packedWorkbook = (
  table: TableName,
  language: PageLanguage,
  settings: ExampleSettings,
): Uint8Array<ArrayBuffer> => zipped(templateWorkbook(table, language, settings));
