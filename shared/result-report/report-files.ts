import { REPORT_FILE } from '#shared/storage/bucket-keys.ts';
import type { PageOptions } from './page/page-options.ts';
import { resultPage } from './page/result-page.ts';
import { type PublishedResult, parseResult } from './published-result.ts';

/** Makes the files that people read from a result, by their names in its folder, the page last. */
export type RenderReport = (tables: string, manifest: string) => ReadonlyMap<string, string>;

/**
 * The study's own report. Same texts, same bytes.
 *
 * @param tables - the text of the result's `tables.json`
 * @param manifest - the text of its `manifest.json`
 * @throws SyntaxError, ZodError where one of them is not what the study publishes
 */
export const reportFiles: RenderReport = (tables, manifest) => filesOfReport(parseResult(tables, manifest));

/** The same of a result that was read, with a page that may show more. */
export const filesOfReport = (
  result: PublishedResult,
  options: PageOptions = {},
): ReadonlyMap<string, string> => new Map([[REPORT_FILE, resultPage(result, options)]]);
