import type { RenderReport } from '#shared/result-report/report-files.ts';
import { REPORT_FILE } from '#shared/storage/bucket-keys.ts';

/** Whether a key of the bucket is of a report, and of no table. */
export const isOfAReport = (key: string): boolean => /\.(?:html|svg|fr\.csv)$/.test(key);

/**
 * A report that costs nothing, in the place of the study's pages and figures: every file says which release made it, and
 * quotes what it was made from, so that a page of other tables, or of an earlier release, is another one.
 */
export const plainReport =
  (release: string): RenderReport =>
  (tables, manifest) =>
    new Map([
      ['figures/flow.fr.svg', `<svg>${release} ${tables}</svg>`],
      // For a spreadsheet: with a byte-order mark.
      ['rows.fr.csv', `\uFEFF${release};${tables}\r\n`],
      [REPORT_FILE, `<html>${release} ${tables} ${manifest}</html>`],
    ]);
