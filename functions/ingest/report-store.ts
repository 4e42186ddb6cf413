import type { ReadText, WriteObject, WriteOver } from '#functions/storage/conditional-object.ts';
import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { type Report, reportSchema } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import type { FileText } from '#shared/validation/examine-file.ts';
import type { Problem } from '#shared/validation/problem.ts';

export interface StoredReport {
  readonly report: Report;
  /** Of the JSON report; guards the next one, so that an older verdict never replaces a newer one. */
  readonly etag: string;
}

export type ReadReport = ReturnType<typeof reportReader>;
export type WriteReport = ReturnType<typeof reportWriter>;

export const reportReader =
  (readText: ReadText) =>
  async (upload: string): Promise<StoredReport | undefined> => {
    const stored = await readText(reportKeys(upload).json);
    return stored && { report: reportSchema.parse(JSON.parse(stored.text)), etag: stored.etag };
  };

interface ReportWriterPorts {
  readonly write: WriteObject;
  readonly writeOver: WriteOver;
}

/** What the sender's file said, to be given back with what is wrong in each row. */
export interface Annotation {
  readonly text: FileText;
  readonly problems: readonly Problem[];
}

/**
 * Writes what a centre gets back. The JSON report comes last: where it stands, everything before it was done.
 */
export const reportWriter =
  ({ write, writeOver }: ReportWriterPorts) =>
  async (
    report: Report,
    annotation: Annotation | undefined,
    etag: string | null,
  ): Promise<'written' | 'lost'> => {
    const keys = reportKeys(report.file);
    await write({ key: keys.text, body: reportText(report), contentType: 'text/plain; charset=utf-8' });
    if (annotation !== undefined) {
      const body = annotatedFile(annotation.text, annotation.problems);
      await write({ key: keys.annotated, body, contentType: 'text/csv' });
    }
    const json = {
      key: keys.json,
      body: `${JSON.stringify(report, null, 1)}\n`,
      contentType: 'application/json',
    };
    return writeOver(json, etag);
  };
