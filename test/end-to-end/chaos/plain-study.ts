import { fileExamination } from '#functions/examination.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { type StudySettings, studySettingsSchema } from '#shared/protocol/study-settings.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { plainTables } from '#test/functions/oracle/plain-result.ts';
import {
  type Configuration,
  type KeyHistory,
  type RecomputedFile,
  recomputedFiles,
  reportedExamination,
} from '#test/functions/oracle/recomputed-study.ts';
import type { Version } from '#test/functions/world/bucket.ts';
import { readFunction } from '../deployed-functions.ts';
import { outputs, published, readReport } from '../deployed-study.ts';
import { allVersions, bytesOf } from '../study-bucket.ts';

/** Every upload that the bucket ever held, with all its versions and their bytes, the oldest version first. */
async function histories(): Promise<readonly KeyHistory[]> {
  // S3 lists the newest first, versions and markers apart; the latest one is told.
  const listed = (await allVersions(UPLOADS))
    .toReversed()
    .sort(
      (a, b) =>
        Number(a.isLatest) - Number(b.isLatest) || a.lastModified.getTime() - b.lastModified.getTime(),
    );
  const byKey = new Map<string, Version[]>();
  for (const { Key: key = '', VersionId: versionId = '', lastModified, isMarker } of listed) {
    const stored = { key, versionId, lastModified };
    const version = isMarker
      ? stored
      : {
          ...stored,
          etag: '',
          contentType: undefined,
          bytes: await bytesOf({ Key: key, VersionId: versionId }),
        };
    byKey.set(key, [...(byKey.get(key) ?? []), version]);
  }
  return [...byKey].map(([key, versions]) => ({ key, versions }));
}

/** What of the deployed study is not what its bucket and configuration give, computed plainly; nothing, where all is right. */
export async function whatIsWrong(): Promise<readonly string[]> {
  const {
    CENTRES = '',
    STUDY_SETTINGS = '',
    RULES = '',
  } = (await readFunction(outputs.StatisticsFunctionName)).variables;
  const settings = studySettingsSchema.parse(JSON.parse(STUDY_SETTINGS));
  const configuration = { centres: CENTRES.split(','), examination: fileExamination(RULES, settings) };
  const files = recomputedFiles(await histories(), configuration);
  return [
    ...(await wrongTables(files, configuration, settings)),
    ...(await wrongReports(files, configuration)),
  ];
}

async function wrongTables(
  files: ReadonlyMap<string, RecomputedFile>,
  { examination }: Configuration,
  settings: StudySettings,
): Promise<readonly string[]> {
  const latest = await published();
  const inForce = [...files.values()].flatMap((file) => file.inForce ?? []);
  if (latest === undefined) return inForce.length === 0 ? [] : ['nothing is published'];
  const { inputs, pending } = latest.manifest;
  const named = (some: readonly { readonly key: string; readonly versionId: string }[]) =>
    some.map(({ key, versionId }) => `${key} ${versionId}`).toSorted();
  const [promised, found] = [named(inForce), named(inputs)];
  const differing = [
    ...promised
      .filter((one) => !found.includes(one))
      .map((one) => `${one} is in force and not in the result`),
    ...found
      .filter((one) => !promised.includes(one))
      .map((one) => `${one} is in the result and not in force`),
    ...pending.map(({ key }) => `${key} is waited for`),
  ];
  if (differing.length > 0) return differing;
  const tables = await plainTables(
    studyComputation,
    { settings, examination },
    latest.manifest,
    (versionId) => inForce.find((version) => version.versionId === versionId),
  );
  return [...tables].flatMap(([name, text]) =>
    latest.tables.get(name) === text ? [] : [`${name} is another one`],
  );
}

async function wrongReports(
  files: ReadonlyMap<string, RecomputedFile>,
  configuration: Configuration,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [key, file] of files) {
    const report = await readReport(key);
    const examination = reportedExamination(files, file, configuration);
    const problems = examination.verdict === 'refused' ? examination.problems : [];
    const inWords = (
      versionId: string | null | undefined,
      verdict: string | undefined,
      said: readonly { readonly code: string; readonly message: { readonly en: string } }[] | undefined,
    ) => JSON.stringify([versionId, verdict, said?.map(({ code, message }) => [code, message.en])]);
    const promised = inWords(file.newest.versionId, examination.verdict, problems);
    const found = inWords(report?.versionId, report?.verdict, report?.problems);
    if (found !== promised) wrong.push(`${key} is answered with ${found} and is ${promised}`);
  }
  return wrong;
}
