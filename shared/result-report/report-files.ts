import { REPORT_FILE } from '#shared/storage/bucket-keys.ts';
import { resultPage } from './page/result-page.ts';
import { parseResult } from './published-result.ts';

/** Makes the files that people read from a result, by their names in its folder, the page last. */
export type RenderReport = (tables: string, manifest: string) => ReadonlyMap<string, string>;

/**
 * The study's own report. Same texts, same bytes.
 *
 * @param tables - the text of the result's `tables.json`
 * @param manifest - the text of its `manifest.json`
 * @throws SyntaxError, ZodError where one of them is not what the study publishes
 */
export const reportFiles: RenderReport = (tables, manifest) => {
  const result = parseResult(tables, manifest);
  return new Map([[REPORT_FILE, resultPage(result)]]);
};
