import { NOTHING_TO_ANNOTATE } from '#functions/ingest/report-store.ts';
import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { type Report, reportSchema } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { REPORTS, reportKeys, UPLOADS } from '#shared/storage/bucket-keys.ts';
import type { Problem } from '#shared/validation/problem.ts';
import type { World } from '../world/world.ts';
import { type RecomputedFile, recomputedStudy } from './recomputed-study.ts';

const textAt = ({ bucket }: World, key: string): string | undefined => {
  const object = bucket.current(key);
  return object && new TextDecoder().decode(object.bytes);
};

/** The report on an upload as its centre finds it. */
export function reportOf(world: World, upload: string): Report | undefined {
  const text = textAt(world, reportKeys(upload).json);
  return text === undefined ? undefined : reportSchema.parse(JSON.parse(text));
}

/** What is wrong with the answers to the files that lie in the bucket now, and to those that are gone. */
export function wrongReports(world: World): readonly string[] {
  const files = recomputedStudy(world.bucket, world.deployment());
  const inForce = [...files].flatMap(([key, file]) => (file.inForce === null ? [] : [key]));
  const answered = world.bucket
    .keys(REPORTS)
    .filter((key) => key.endsWith('.json'))
    .map((key) => `${UPLOADS}${key.slice(REPORTS.length, -'.json'.length)}`);
  return [...new Set([...files.keys(), ...answered])].flatMap((upload) =>
    wrongReport(world, upload, files.get(upload), inForce),
  );
}

function wrongReport(
  world: World,
  upload: string,
  file: RecomputedFile | undefined,
  inForce: readonly string[],
): readonly string[] {
  const report = reportOf(world, upload);
  if (report === undefined) return [`nobody answered ${upload}`];
  // Where the table was lost after a deletion that no event told, nothing but the report knows the file.
  if (file === undefined && world.isDamaged()) return [];
  const [found, promised] = [told(report), expected(file)];
  if (found !== promised) return [`${upload} is answered with ${found} and is ${promised}`];
  if ((report.verdict === 'refused') !== report.problemCount > 0) return [`${upload} is refused for nothing`];
  if (!namesWhatStandsInTheWay(report, file, inForce))
    return [`${upload} is refused over a file that is not in its way`];
  return wrongCopies(world, report, file);
}

const inWords = (parts: Readonly<Record<string, unknown>>) => JSON.stringify(parts);

/** The problems that other files may cause. */
const CONFLICTS: ReadonlySet<string> = new Set([
  'ROW_IN_OTHER_FILE',
  'ID_ALIKE_IN_OTHER_FILE',
  'TOO_MANY_LESIONS',
]);
const ofItself = (problems: readonly Problem[]) =>
  problems.filter(({ code }) => !CONFLICTS.has(code)).map(({ row, column, code }) => [row, column, code]);

const told = ({ versionId, verdict, stillInForce, problems }: Report) =>
  inWords({
    versionId,
    verdict,
    stillInForce: stillInForce?.versionId ?? null,
    problems: verdict === 'refused' ? ofItself(problems) : [],
  });

/** Warnings are of the moment: a patient who was absent then may have come since. */
function expected(file: RecomputedFile | undefined): string {
  if (file === undefined)
    return inWords({ versionId: null, verdict: 'withdrawn', stillInForce: null, problems: [] });
  const { newest, examination, inForce } = file;
  const verdict = examination?.verdict ?? 'refused';
  const stillInForce = verdict === 'refused' && inForce !== null ? inForce.versionId : null;
  return inWords({
    versionId: newest.versionId,
    verdict,
    stillInForce,
    problems: ofItself(problemsOf(file)),
  });
}

const problemsOf = ({ upload: { misplaced }, examination }: RecomputedFile): readonly Problem[] => {
  if (examination === undefined) return misplaced === null ? [] : [misplaced];
  return examination.verdict === 'refused' ? examination.problems : [];
};

/**
 * Whether a report on a refusal over other files names at least one row that is in the way now. It may name more, or fewer:
 * a refusal stands, and with it its report, as long as one of its reasons does.
 */
function namesWhatStandsInTheWay(
  { problems }: Report,
  file: RecomputedFile | undefined,
  inForce: readonly string[],
): boolean {
  const inTheWay = file === undefined ? [] : problemsOf(file);
  if (inTheWay.some(({ code }) => !CONFLICTS.has(code)) || inTheWay.length === 0) return true;
  return inTheWay.some(({ row, code, message }) =>
    problems.some(
      (problem) =>
        problem.row === row &&
        (problem.message.en === message.en || (problem.code === code && namesAny(problem, inForce))),
    ),
  );
}

/** Where several files write an id otherwise, a report names one of them. */
const namesAny = ({ code, message }: Problem, keys: readonly string[]): boolean =>
  code === 'ID_ALIKE_IN_OTHER_FILE' && keys.some((key) => message.en.includes(`, ${key}, line `));

/** The text and the annotated file must say what the JSON says. */
function wrongCopies(world: World, report: Report, file: RecomputedFile | undefined): readonly string[] {
  const keys = reportKeys(report.file);
  const annotated = textAt(world, keys.annotated);
  const wrongText = textAt(world, keys.text) !== reportText(report);
  return [
    ...(wrongText ? [`${keys.text} says something else than the JSON`] : []),
    ...(expectedAnnotations(report, file).includes(annotated)
      ? []
      : [`${keys.annotated} is about something else than the JSON`]),
  ];
}

/** Where there is nothing to annotate: no file, or, in the place of an older one, a line that says so. */
function expectedAnnotations(
  { verdict, warnings, problems }: Report,
  file: RecomputedFile | undefined,
): readonly (string | undefined)[] {
  const text = file?.examination?.text;
  const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return text === undefined
    ? [undefined, decoded(new TextEncoder().encode(NOTHING_TO_ANNOTATE))]
    : [decoded(annotatedFile(text, verdict === 'refused' ? problems : warnings))];
}
