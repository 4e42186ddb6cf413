import { inParallel } from '#functions/storage/in-parallel.ts';
import type { Manifest } from '#shared/publication/manifest.ts';
import { sha256 } from '#shared/sha256.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import type { Cohort } from '#shared/study/cohort.ts';
import type { CentreFile } from '#shared/validation/examine-centre.ts';
import { readVersion } from './object-version.ts';
import type { StudyBucket } from './study-connection.ts';

type Input = Manifest['inputs'][number];

/** The files of a result as the bucket still has them. */
export interface RecordedFiles {
  readonly cohort: Cohort;
  /** The keys whose version was deleted for good. */
  readonly gone: readonly string[];
  /** The keys whose version has another SHA-256 than the manifest says. */
  readonly altered: readonly string[];
}

const FILES_AT_ONCE = 8;

/** Fetches exactly the versions that a manifest names, and compares their SHA-256. */
export async function recordedFiles(bucket: StudyBucket, inputs: readonly Input[]): Promise<RecordedFiles> {
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
  await inParallel(inputs, FILES_AT_ONCE, async (input) => {
    const read = await readVersion(bucket, input);
    if (read !== undefined) bytes.set(input.key, read);
  });
  const cohort = new Map<string, CentreFile[]>();
  const gone: string[] = [];
  const altered: string[] = [];
  for (const { centre, key, sha256: digest } of inputs) {
    const content = bytes.get(key);
    if (content === undefined) gone.push(key);
    else {
      if ((await sha256(content)) !== digest) altered.push(key);
      const files = cohort.get(centre) ?? [];
      cohort.set(centre, [...files, { name: key.slice(`${UPLOADS}${centre}/`.length), bytes: content }]);
    }
  }
  return { cohort, gone, altered };
}
