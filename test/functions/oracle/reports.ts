import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { type Report, reportSchema } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { REPORTS, reportKeys, UPLOADS } from '#shared/storage/bucket-keys.ts';
import type { UploadedFile } from '#shared/storage/centre-head.ts';
import { examineFile } from '#shared/validation/examine-file.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { headsIn } from '../world/witness.ts';
import type { World } from '../world/world.ts';

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
  const uploads = world.bucket.keys(UPLOADS).filter((key) => !key.endsWith('/'));
  const answered = world.bucket
    .keys(REPORTS)
    .filter((key) => key.endsWith('.json'))
    .map((key) => `${UPLOADS}${key.slice(REPORTS.length, -'.json'.length)}`);
  return [...new Set([...uploads, ...answered])].flatMap((upload) => wrongReport(world, upload));
}

function wrongReport(world: World, upload: string): readonly string[] {
  const report = reportOf(world, upload);
  const object = world.bucket.current(upload);
  if (report === undefined) return [`nobody answered ${upload}`];
  if (report.versionId !== (object?.versionId ?? null))
    return [`${upload} is answered for ${report.versionId}`];
  const expected = object === undefined ? 'withdrawn' : recordedVerdict(world, upload);
  if (report.verdict !== expected) return [`${upload} is said to be ${report.verdict} and is ${expected}`];
  if ((report.verdict === 'refused') !== report.problemCount > 0) return [`${upload} is refused for nothing`];
  return wrongCopies(world, report);
}

const recordedState = ({ table }: World, upload: string): UploadedFile['state'] | undefined =>
  headsIn(table).flatMap(({ files }) => files[upload]?.state ?? [])[0];

function recordedVerdict(world: World, upload: string): Report['verdict'] | undefined {
  const state = recordedState(world, upload);
  return state === 'misplaced' ? 'refused' : state;
}

/** The text and the annotated file must say what the JSON says. */
function wrongCopies(world: World, report: Report): readonly string[] {
  const keys = reportKeys(report.file);
  const annotated = textAt(world, keys.annotated);
  const wrongText = textAt(world, keys.text) !== reportText(report);
  return [
    ...(wrongText ? [`${keys.text} says something else than the JSON`] : []),
    ...(annotated === undefined || annotated === expectedAnnotation(world, report)
      ? []
      : [`${keys.annotated} is about something else than the JSON`]),
  ];
}

function expectedAnnotation(world: World, { file, verdict, warnings, problems }: Report): string {
  const bytes = recordedState(world, file) === 'misplaced' ? undefined : world.bucket.current(file)?.bytes;
  const text = bytes && examineFile(bytes, NO_OTHER_ROWS, SETTINGS).text;
  return text === undefined
    ? ''
    : new TextDecoder().decode(annotatedFile(text, verdict === 'refused' ? problems : warnings));
}
