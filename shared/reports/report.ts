import * as z from 'zod';
import type { CentreHead } from '#shared/storage/centre-head.ts';
import { TABLE_NAMES } from '#shared/tables/tables.ts';
import type { Examination } from '#shared/validation/examination.ts';
import { MOST_PROBLEMS_SHOWN } from '#shared/validation/limits.ts';
import type { Problem } from '#shared/validation/problem.ts';
import type { Entering } from './entering.ts';
import type { RowChanges } from './row-changes.ts';

const problemSchema = z.object({
  row: z.number().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  message: z.object({ fr: z.string(), en: z.string() }),
});

const problemGroupSchema = z.object({
  code: z.string(),
  column: z.string().nullable(),
  /** As the sender wrote it; null where it differs from line to line, or there is none. */
  value: z.string().nullable(),
  message: z.object({ fr: z.string(), en: z.string() }),
  /** How many problems it joins. */
  count: z.number(),
  /** How many cells or rows it is about. */
  places: z.number(),
  /** The first hundred of their lines, in order; none for the file as a whole. */
  lines: z.array(z.number()),
});

const enteringSchema = z.object({
  patients: z.number(),
  pairs: z.number().nullable(),
  leftOut: z.array(
    z.object({
      reason: z.string(),
      title: z.object({ fr: z.string(), en: z.string() }),
      patients: z.number(),
      pairs: z.number(),
    }),
  ),
});

/** What a centre gets back for one of its files: `reports/<centre>/<name>.csv.json`. */
export const reportSchema = z.object({
  file: z.string(),
  verdict: z.enum(['accepted', 'refused', 'withdrawn']),
  /** The version of the object that was examined; null when the object is gone. */
  versionId: z.string().nullable(),
  /** Of that version's bytes, 64 hexadecimal digits; none where it was not read, or an earlier release did not say so. */
  sha256: z.string().default(''),
  /** When the verdict was recorded, ISO 8601. */
  at: z.string(),
  /** Names the rules that it was examined by. */
  rules: z.string().default(''),
  /** Names the centre's other files of which it speaks. */
  beside: z.string().default(''),
  /** What stands beside the verdict: what is so grave that nobody may miss it. */
  headline: z.object({ fr: z.string(), en: z.string() }).nullable().default(null),
  table: z.enum(TABLE_NAMES).nullable(),
  /** Rows of the file that count in the study; null when none of this version does. */
  rows: z.number().nullable(),
  /** All problems are counted; the first thousand are spelt out. */
  problemCount: z.number(),
  problems: z.array(problemSchema),
  /** The same, those of one kind, column and value together, in order of their first line; at most a thousand. */
  problemGroups: z.array(problemGroupSchema).default([]),
  warningCount: z.number(),
  warnings: z.array(problemSchema),
  warningGroups: z.array(problemGroupSchema).default([]),
  /** On acceptance: how many of its patients and pairs enter the study; null where that is not known. */
  entering: enteringSchema.nullable().default(null),
  /** On acceptance: what differs from the rows that counted before; null where those are no longer kept. */
  changes: z.object({ added: z.number(), changed: z.number(), removed: z.number() }).nullable(),
  /** The earlier accepted version that still counts while this one is refused. */
  stillInForce: z.object({ versionId: z.string(), at: z.string(), rows: z.number() }).nullable(),
  /** Since when the study's rules refuse this version, which earlier ones had accepted; null where they did not. */
  refusedSince: z.string().nullable().default(null),
});
export type Report = z.infer<typeof reportSchema>;

const shown = (problems: readonly Problem[]): Report['problems'] =>
  problems
    .slice(0, MOST_PROBLEMS_SHOWN)
    .map(({ row, column, value, code, message }) => ({ row, column, value, code, message }));

const NOTHING_FOUND = {
  headline: null,
  problemCount: 0,
  problems: [],
  problemGroups: [],
  warningCount: 0,
  warnings: [],
  warningGroups: [],
};

/** What a report is about: one file's verdict as recorded. */
export interface Verdict {
  readonly file: string;
  readonly versionId: string;
  readonly sha256: string;
  readonly at: string;
  readonly rules: string;
  readonly beside: string;
  readonly examination: Examination;
  readonly entering: Entering | null;
  readonly changes: RowChanges | null;
  readonly stillInForce: Report['stillInForce'];
  readonly refusedSince: Report['refusedSince'];
}

/** The report on an examined file. */
export function reportOn({
  examination,
  entering,
  changes,
  stillInForce,
  refusedSince,
  ...about
}: Verdict): Report {
  const { kept, count, groups } = examination.tally;
  if (examination.verdict === 'accepted') {
    const { table, rows } = examination;
    return {
      ...about,
      ...NOTHING_FOUND,
      verdict: 'accepted',
      table,
      rows: rows.length,
      headline: kept.find(({ headline }) => headline !== undefined)?.headline ?? null,
      warningCount: count,
      warnings: shown(kept),
      warningGroups: [...groups],
      entering,
      changes,
      stillInForce: null,
      refusedSince: null,
    };
  }
  const { table } = examination;
  return {
    ...about,
    ...NOTHING_FOUND,
    verdict: 'refused',
    table,
    rows: null,
    problemCount: count,
    problems: shown(kept),
    problemGroups: [...groups],
    entering: null,
    changes: null,
    stillInForce,
    refusedSince,
  };
}

/** The report on a file that is gone from the bucket. */
export const withdrawalReport = (file: string, at: string): Report => ({
  file,
  at,
  rules: '',
  beside: '',
  ...NOTHING_FOUND,
  verdict: 'withdrawn',
  versionId: null,
  sha256: '',
  table: null,
  rows: null,
  entering: null,
  changes: null,
  stillInForce: null,
  refusedSince: null,
});

/** Whether a report is the one that the head's record of its file asks for, so that nothing is left to do. */
export function reportAnswers(report: Report, head: CentreHead): boolean {
  const file = head.files[report.file];
  if (file === undefined) return report.verdict === 'withdrawn';
  const verdict = file.state === 'misplaced' ? 'refused' : file.state;
  const counts = file.state === 'accepted' ? null : (file.inForce?.versionId ?? null);
  return (
    report.verdict === verdict &&
    report.versionId === file.versionId &&
    report.at === file.at &&
    report.rules === file.rules &&
    report.beside === file.beside &&
    (report.stillInForce?.versionId ?? null) === counts
  );
}
