import { GetObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { fileExamination } from '#functions/examination.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { studySettingsSchema } from '#shared/protocol/study-settings.ts';
import type { Manifest } from '#shared/publication/manifest.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import {
  type Configuration,
  type KeyHistory,
  type RecomputedFile,
  recomputedFiles,
  reportedExamination,
} from '#test/functions/oracle/recomputed-study.ts';
import { studyRowsOf } from '#test/functions/oracle/rows.ts';
import { isObject, type Version } from '#test/functions/world/bucket.ts';
import { readFunction } from '../deployed-functions.ts';
import { outputs, published, readReport, s3 } from '../deployed-study.ts';

const Bucket = outputs.BucketName;

/** Every upload that the bucket ever held, with all its versions and their bytes, the oldest version first. */
async function histories(): Promise<readonly KeyHistory[]> {
  const byKey = new Map<string, Version[]>();
  let page: { NextKeyMarker?: string | undefined; NextVersionIdMarker?: string | undefined } = {};
  do {
    const listed = await s3.send(
      new ListObjectVersionsCommand({
        Bucket,
        Prefix: UPLOADS,
        KeyMarker: page.NextKeyMarker,
        VersionIdMarker: page.NextVersionIdMarker,
      }),
    );
    const markers = (listed.DeleteMarkers ?? []).map((marker) => ({ ...marker, isMarker: true }));
    const versions = (listed.Versions ?? []).map((version) => ({ ...version, isMarker: false }));
    for (const { Key: key = '', VersionId = '', LastModified = new Date(0), isMarker, IsLatest } of [
      ...versions,
      ...markers,
    ]) {
      const stored = { key, versionId: VersionId, lastModified: LastModified };
      const version = isMarker
        ? stored
        : { ...stored, etag: '', contentType: undefined, bytes: await bytesOf(key, VersionId) };
      const known = byKey.get(key) ?? [];
      // The latest one is told; S3 lists the others newest first, versions and markers apart.
      byKey.set(key, IsLatest ? [...known, version] : [version, ...known]);
    }
    page = listed;
  } while (page.NextKeyMarker !== undefined);
  return [...byKey].map(([key, versions]) => ({ key, versions: inOrder(versions) }));
}

/** The oldest first; of one second as they were listed, the latest last. */
const inOrder = (versions: readonly Version[]): readonly Version[] => {
  const latest = versions.at(-1);
  return versions.toSorted(
    (a, b) =>
      Number(a === latest) - Number(b === latest) || a.lastModified.getTime() - b.lastModified.getTime(),
  );
};

async function bytesOf(Key: string, VersionId: string): Promise<Uint8Array<ArrayBuffer>> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  if (Body === undefined) throw new Error('S3 answered without a body');
  return new Uint8Array(await Body.transformToByteArray());
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
  settings: Parameters<typeof studyComputation.computeResult>[0]['settings'],
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
  const tables = await tablesOf(latest.manifest, files, examination, settings);
  return [...tables].flatMap(([name, text]) =>
    latest.tables.get(name) === text ? [] : [`${name} is another one`],
  );
}

async function tablesOf(
  { id, codeVersion, inputs }: Manifest,
  files: ReadonlyMap<string, RecomputedFile>,
  examination: Configuration['examination'],
  settings: Parameters<typeof studyComputation.computeResult>[0]['settings'],
): Promise<ReadonlyMap<string, string>> {
  const rows = inputs.flatMap(({ centre, key }) => {
    const version = files.get(key)?.inForce;
    if (!version || !isObject(version)) throw new Error(`${key} is not in force`);
    return studyRowsOf(version, examination).map((content) => ({ centre, content }));
  });
  const never = new Date(0);
  const { tables } = await studyComputation.computeResult({
    id,
    settings,
    codeVersion,
    commit: '',
    files: inputs,
    rows,
    started: never,
    now: () => never,
    pending: [],
  });
  return tables;
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
