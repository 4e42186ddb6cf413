import { NOTHING_TO_ANNOTATE } from '#functions/ingest/report-store.ts';
import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { type Entering, enteringStudy } from '#shared/reports/entering.ts';
import { type Report, reportSchema } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { REPORTS, reportKeys, UPLOADS } from '#shared/storage/bucket-keys.ts';
import { type Examination, findingsOf } from '#shared/validation/examination.ts';
import type { Problem } from '#shared/validation/problem.ts';
import { rowsOfVersion } from '../world/rows-of-version.ts';
import type { World } from '../world/world.ts';
import {
  besideIn,
  type Configuration,
  type RecomputedFile,
  recomputedStudy,
  reportedExamination,
} from './recomputed-study.ts';
import type { Beside } from './verdict-on-version.ts';

const textAt = ({ bucket }: World, key: string): string | undefined => {
  const object = bucket.current(key);
  return object && new TextDecoder().decode(object.bytes);
};

/** The report on an upload as its centre finds it. */
export function reportOf(world: World, upload: string): Report | undefined {
  const text = textAt(world, reportKeys(upload).json);
  return text === undefined ? undefined : reportSchema.parse(JSON.parse(text));
}

/** The uploads that somebody was answered on. */
const answeredIn = ({ bucket }: World): readonly string[] =>
  bucket
    .keys(REPORTS)
    .filter((key) => key.endsWith('.json'))
    .map((key) => `${UPLOADS}${key.slice(REPORTS.length, -'.json'.length)}`);

/** Every report that stands in the bucket. */
export const answersIn = (world: World): readonly Report[] =>
  answeredIn(world).flatMap((upload) => reportOf(world, upload) ?? []);

/** What is wrong with the answers to the files that lie in the bucket now, and to those that are gone. */
export function wrongReports(world: World): readonly string[] {
  const files = recomputedStudy(world.bucket, world.deployment());
  return [...new Set([...files.keys(), ...answeredIn(world)])].flatMap((upload) => {
    const report = reportOf(world, upload);
    if (report === undefined) return [`nobody answered ${upload}`];
    const file = files.get(upload);
    if (file !== undefined) {
      const examination = reportedExamination(files, file, world.deployment());
      const entering = enteringOf(examination, besideIn(files, file), world.deployment());
      return wrongReport(world, report, expected(file, examination, entering), examination);
    }
    return wrongReport(world, report, inWords(GONE), undefined);
  });
}

function wrongReport(
  world: World,
  report: Report,
  promised: string,
  examination: Examination | undefined,
): readonly string[] {
  const found = told(report);
  if (found !== promised) return [`${report.file} is answered with ${found} and is ${promised}`];
  if ((report.verdict === 'refused') !== report.problemCount > 0)
    return [`${report.file} is refused for nothing`];
  return wrongCopies(world, report, examination);
}

const inWords = (parts: Readonly<Record<string, unknown>>) => JSON.stringify(parts);

const said = (problems: readonly Pick<Problem, 'row' | 'column' | 'code' | 'message'>[]) =>
  problems.map(({ row, column, code, message }) => [row, column, code, message.en]);

const told = ({ versionId, verdict, stillInForce, headline, problems, warnings, entering }: Report) =>
  inWords({
    versionId,
    verdict,
    stillInForce: stillInForce?.versionId ?? null,
    headline: headline?.en ?? null,
    problems: said(problems),
    warnings: said(warnings),
    entering,
  });

const GONE = {
  versionId: null,
  verdict: 'withdrawn',
  stillInForce: null,
  headline: null,
  problems: [],
  warnings: [],
  entering: null,
};

/** What of a file enters the study with the rows of all others. */
function enteringOf(
  examination: Examination,
  { older, younger }: Beside,
  { examination: ruleSet }: Configuration,
): Entering | null {
  if (examination.verdict === 'refused') return null;
  const others = [...older, ...younger].flatMap((version) => rowsOfVersion(version, ruleSet));
  const [own, all] = [examination.rows, others].map((rows) => Array.from(rows, ({ content }) => content));
  return enteringStudy(examination.table, own ?? [], all ?? [], ruleSet.settings);
}

/** What a report must say, beside the centre's other files as they are now. */
function expected(
  { newest, inForce }: RecomputedFile,
  examination: Examination,
  entering: Entering | null,
): string {
  const { verdict } = examination;
  const isRefused = verdict === 'refused';
  const warnings = isRefused ? [] : examination.warnings;
  return inWords({
    versionId: newest.versionId,
    verdict,
    stillInForce: isRefused ? (inForce?.versionId ?? null) : null,
    headline: warnings.find(({ headline }) => headline !== undefined)?.headline?.en ?? null,
    problems: said(isRefused ? examination.problems : []),
    warnings: said(warnings),
    entering,
  });
}

/** The text and the annotated file must say what the JSON says. */
function wrongCopies(world: World, report: Report, examination: Examination | undefined): readonly string[] {
  const keys = reportKeys(report.file);
  const annotated = textAt(world, keys.annotated);
  const wrongText = textAt(world, keys.text) !== reportText(report);
  return [
    ...(wrongText ? [`${keys.text} says something else than the JSON`] : []),
    ...(expectedAnnotations(examination).includes(annotated)
      ? []
      : [`${keys.annotated} is about something else than the JSON`]),
  ];
}

/** Where there is nothing to annotate: no file, or, in the place of an older one, a line that says so. */
function expectedAnnotations(examination: Examination | undefined): readonly (string | undefined)[] {
  const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return examination?.text === undefined
    ? [undefined, decoded(new TextEncoder().encode(NOTHING_TO_ANNOTATE))]
    : [decoded(annotatedFile(examination.text, findingsOf(examination)))];
}
