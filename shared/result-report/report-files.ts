import { REPORT_FILE } from '#shared/storage/bucket-keys.ts';
import { drawnFigures } from './figures/drawn-figures.ts';
import { CITATION_FILE, citation } from './files/citation.ts';
import { DATA_PACKAGE_FILE, dataPackage } from './files/data-package.ts';
import { frenchCsv, frenchFile } from './files/french-csv.ts';
import { REPRODUCTION_SCRIPT, reproductionScript } from './files/reproduction-script.ts';
import type { PageOptions } from './page/page-options.ts';
import { resultPage } from './page/result-page.ts';
import { type PublishedResult, parseResult, whereColumnsAre } from './published-result.ts';

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
export function filesOfReport(
  result: PublishedResult,
  options: PageOptions = {},
): ReadonlyMap<string, string> {
  const figures = drawnFigures(result);
  const script = whereColumnsAre(() => reproductionScript(result));
  return new Map([
    ...figures,
    ...result.tables.map((table) => [frenchFile(table.name), frenchCsv(table)] as const),
    [DATA_PACKAGE_FILE, dataPackage(result)],
    [CITATION_FILE, citation(result.manifest)],
    ...(script === undefined ? [] : [[REPRODUCTION_SCRIPT, script] as const]),
    [REPORT_FILE, resultPage(result, options, figures)],
  ]);
}
