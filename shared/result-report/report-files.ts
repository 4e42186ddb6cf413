import { REPORT_FILE } from '#shared/storage/bucket-keys.ts';
import type { FigureLanguage } from './figures/figure.ts';
import { FIGURES } from './figures/figures.ts';
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
export const filesOfReport = (
  result: PublishedResult,
  options: PageOptions = {},
): ReadonlyMap<string, string> =>
  new Map([
    ...figureFiles(result),
    ...result.tables.map((table) => [frenchFile(table.name), frenchCsv(table)] as const),
    [DATA_PACKAGE_FILE, dataPackage(result)],
    [CITATION_FILE, citation(result.manifest)],
    ...whereThereIs(
      REPRODUCTION_SCRIPT,
      whereColumnsAre(() => reproductionScript(result)),
    ),
    [REPORT_FILE, resultPage(result, options)],
  ]);

const LANGUAGES: readonly FigureLanguage[] = ['fr', 'en'];

type File = readonly [name: string, content: string];

/** Each figure in both languages, for a paper; none where the tables hold nothing to draw, or are of another release. */
const figureFiles = (result: PublishedResult): readonly File[] =>
  FIGURES.flatMap(({ name, draw }) =>
    LANGUAGES.flatMap((language) => whereThereIs(`figures/${name}.${language}.svg`, draw(result, language))),
  );

const whereThereIs = (name: string, content: string | undefined): readonly File[] =>
  content === undefined ? [] : [[name, content]];
