import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { ReadText, WriteOver, Written } from '#functions/storage/conditional-object.ts';
import type { ReadIdentity } from '#functions/storage/object-identity.ts';
import { parseJson } from '#shared/json.ts';
import { bothLanguages } from '#shared/language.ts';
import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { type Report, reportSchema } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { type ReportKeys, reportKeys } from '#shared/storage/bucket-keys.ts';
import type { FileText } from '#shared/validation/examination.ts';
import type { Problem } from '#shared/validation/problem.ts';

export interface StoredReport {
  /** Undefined where there is none, or one that is incomplete, altered or of an older form: in each case a new one is written. */
  readonly report: Report | undefined;
  /**
   * Of each part, null where it is not there. The next report is written over these only, so that an older verdict
   * never replaces a newer one.
   */
  readonly etags: Readonly<Record<keyof ReportKeys, string | null>>;
}

export type ReadReport = ReturnType<typeof reportReader>;
export type WriteReport = ReturnType<typeof reportWriter>;

/** As it is stored: with the ETags of the parts that were written with it; no annotated file where there was no text. */
const keptSchema = reportSchema.extend({
  parts: z.object({ text: z.string(), annotated: z.string().nullable() }),
  /** Of the report itself, so that one that a hand or a fault altered is written anew. */
  digest: z.string(),
  /** Whether all steps that come with the verdict were done; where not, the next hint does them and writes it anew. */
  isFinal: z.boolean().default(true),
});

/** With a byte-order mark and in one cell, for a spreadsheet. */
export const NOTHING_TO_ANNOTATE = `\uFEFF${bothLanguages({
  fr: 'Il n’y a plus de texte à annoter : lisez le compte rendu à côté (.txt).',
  en: 'There is no text to annotate any more: read the report beside this file (.txt).',
})}\r\n`;

interface ReportReaderPorts {
  readonly readText: ReadText;
  readonly readIdentity: ReadIdentity;
}

export const reportReader =
  ({ readText, readIdentity }: ReportReaderPorts) =>
  async (upload: string): Promise<StoredReport> => {
    const keys = reportKeys(upload);
    const json = await readText(keys.json);
    const etags = {
      json: json?.etag ?? null,
      text: (await readIdentity(keys.text))?.etag ?? null,
      annotated: (await readIdentity(keys.annotated))?.etag ?? null,
    };
    return { report: json && wholeReport(json.text, etags), etags };
  };

/** The report, if it is final and says what it said, beside the parts that were written with it: a run may have died between two of them. */
function wholeReport(json: string, { text, annotated }: StoredReport['etags']): Report | undefined {
  const kept = keptSchema.safeParse(parseJson(json));
  if (!kept.success) return undefined;
  const { parts, digest, isFinal, ...report } = kept.data;
  const isWhole = parts.text === text && parts.annotated === annotated;
  return isFinal && isWhole && digest === digestOf(report) ? report : undefined;
}

/** SHA-256 of what a report says, in the order of its schema, hexadecimal. */
const digestOf = (report: Report): string =>
  createHash('sha256')
    .update(JSON.stringify(reportSchema.parse(report)))
    .digest('hex');

/** What the sender's file said, to be given back with what is wrong in each row. */
export interface Annotation {
  readonly text: FileText;
  readonly problems: readonly Problem[];
}

export interface NewReport {
  readonly report: Report;
  /** Undefined where there is no text to annotate. */
  readonly annotation?: Annotation | undefined;
  readonly isFinal: boolean;
}

/**
 * Writes what a centre gets back, each part only over the one that was read; `overtaken` where another run was faster.
 * The JSON report comes last: where a final one stands, everything before it was done.
 */
export const reportWriter =
  (writeOver: WriteOver) =>
  async ({ report, annotation, isFinal }: NewReport, etags: StoredReport['etags']): Promise<Written> => {
    const keys = reportKeys(report.file);
    const text = { key: keys.text, body: reportText(report), contentType: 'text/plain; charset=utf-8' };
    const textWritten = await writeOver(text, etags.text);
    if (textWritten === 'overtaken') return textWritten;
    const annotated = annotationToWrite(annotation, etags);
    const annotatedWritten =
      annotated === undefined
        ? { etag: null }
        : await writeOver({ key: keys.annotated, body: annotated, contentType: 'text/csv' }, etags.annotated);
    if (annotatedWritten === 'overtaken') return annotatedWritten;
    const parts = { text: textWritten.etag, annotated: annotatedWritten.etag };
    const body = `${JSON.stringify({ ...report, parts, digest: digestOf(report), isFinal }, null, 1)}\n`;
    return writeOver({ key: keys.json, body, contentType: 'application/json' }, etags.json);
  };

/**
 * The annotated file; undefined where there is no text to annotate and no report stood before. An older annotated file,
 * which is about another version, may not stand beside this report: in its place a line says so, also where a dead run
 * may still be writing one, which that line then refuses. It is not deleted, for only a write can be made to depend on
 * what stands there in every S3 that the study runs on.
 */
function annotationToWrite(
  annotation: Annotation | undefined,
  { text, annotated }: StoredReport['etags'],
): Uint8Array | string | undefined {
  if (annotation !== undefined) return annotatedFile(annotation.text, annotation.problems);
  return text === null && annotated === null ? undefined : NOTHING_TO_ANNOTATE;
}
