import { GetObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { latestResultSchema } from '#shared/publication/latest-result.ts';
import { type Manifest, manifestSchema } from '#shared/publication/manifest.ts';
import { LATEST_RESULT } from '#shared/storage/bucket-keys.ts';
import { outputs, readText, s3 } from './deployed-study.ts';

const Bucket = outputs.BucketName;

/** Every version of `results/latest.json`, the newest first. */
async function versionsOfLatest(): Promise<readonly string[]> {
  const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: LATEST_RESULT }));
  return Versions.flatMap(({ VersionId }) => VersionId ?? []);
}

/** Remembers the result that is the latest one now; tells those that have been it since, the first one first. */
export async function watchResults(): Promise<() => Promise<readonly Manifest[]>> {
  const [now] = await versionsOfLatest();
  return async () => {
    const versions = await versionsOfLatest();
    const since = now === undefined ? versions : versions.slice(0, versions.indexOf(now));
    return Promise.all(since.toReversed().map(manifestOfVersion));
  };
}

async function manifestOfVersion(VersionId: string): Promise<Manifest> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: LATEST_RESULT, VersionId }));
  const latest = latestResultSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
  return manifestSchema.parse(JSON.parse((await readText(latest.manifest))?.text ?? ''));
}

/** The files of a result: key, version and number of rows. */
export const inputsOf = ({ inputs }: Manifest): readonly string[] =>
  inputs.map(({ key, versionId, rows }) => `${key} ${versionId} ${rows}`);
