import { frozenResults } from '#cdk/commands/frozen-results.ts';
import { readManifest } from '#cdk/commands/published-results.ts';
import type { StudyBucket } from '#cdk/commands/study-connection.ts';
import type { StoredVersion } from './stored-versions.ts';

/** The names of the frozen results that were computed from one of these versions: without it, nobody can do so again. */
export async function frozenFrom(
  bucket: StudyBucket,
  versions: readonly StoredVersion[],
): Promise<readonly string[]> {
  const gone = new Set(versions.map(({ key, versionId }) => `${key}#${versionId}`));
  const names: string[] = [];
  for (const { name, id } of await frozenResults(bucket)) {
    const inputs = (await readManifest(bucket, id))?.inputs ?? [];
    if (inputs.some(({ key, versionId }) => gone.has(`${key}#${versionId}`))) names.push(name);
  }
  return names;
}
