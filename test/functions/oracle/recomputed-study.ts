import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { type Examination, refusedWhole } from '#shared/validation/examination.ts';
import { type Upload, uploadAt } from '#shared/validation/upload-place.ts';
import { type Bucket, isObject, type StoredObject, type Version } from '../world/bucket.ts';
import type { Deployment } from '../world/deployment.ts';
import { type Beside, verdictOnVersion } from './verdict-on-version.ts';

/** What decides which files count, besides what lies in the bucket. */
export type Configuration = Pick<Deployment, 'centres' | 'examination'>;

/** A key of the bucket with its history, the oldest version first. */
export interface KeyHistory {
  readonly key: string;
  readonly versions: readonly Version[];
}

export interface RecomputedFile {
  readonly upload: Upload;
  /** When the oldest version came that no deletion followed. */
  readonly since: Date;
  readonly newest: StoredObject;
  /** The version that the newest one replaces. */
  readonly replaced: StoredObject | undefined;
  /** The verdict on the newest version; undefined where the file is misplaced, and so is not read. */
  readonly examination: Examination | undefined;
  readonly inForce: StoredObject | null;
}

/**
 * The versions of a key that no deletion followed, the newest first. S3 tells times in whole seconds, and versions and
 * markers apart: so a version of the same second as the marker counts as older than it, unless it is the latest.
 */
export function liveVersions(versions: readonly Version[]): readonly StoredObject[] {
  const latest = versions.at(-1);
  const marker = versions.findLast((version) => !isObject(version));
  if (latest === undefined || latest === marker) return [];
  return versions
    .filter(isObject)
    .filter(
      (version) => version === latest || marker === undefined || version.lastModified > marker.lastModified,
    )
    .toReversed();
}

const ALONE: Beside = { older: [], younger: [] };

/** What each version replaces: the newest one before it that is acceptable whatever the centre's other files say. */
function replacedVersions(
  live: readonly StoredObject[],
  examination: Configuration['examination'],
): ReadonlyMap<StoredObject, StoredObject | undefined> {
  const replaced = new Map<StoredObject, StoredObject | undefined>();
  let acceptable: StoredObject | undefined;
  for (const version of live.toReversed()) {
    replaced.set(version, acceptable);
    const { verdict } = verdictOnVersion(version, ALONE, examination, acceptable);
    if (verdict === 'accepted') acceptable = version;
  }
  return replaced;
}

/**
 * What counts of some keys of a bucket: computed from their versions alone, without any of the functions. Each key in
 * turn, the one that has been there longest first, is in force with its newest version that is acceptable beside those
 * in force before it.
 *
 * @param given keys about which it is not asked: in force is what is given, or nothing with null.
 */
export function recomputedFiles(
  histories: readonly KeyHistory[],
  { centres, examination }: Configuration,
  given: ReadonlyMap<string, StoredObject | null> = new Map(),
): ReadonlyMap<string, RecomputedFile> {
  const files = histories
    .flatMap(({ key, versions }) => {
      const live = liveVersions(versions);
      const [newest, oldest] = [live[0], live.at(-1)];
      if (newest === undefined || oldest === undefined) return [];
      return [{ upload: uploadAt(key, centres), live, newest, since: oldest.lastModified }];
    })
    .sort((a, b) => a.since.getTime() - b.since.getTime() || (a.upload.key < b.upload.key ? -1 : 1));
  const inForceBefore = new Map<string, readonly StoredObject[]>();
  const recomputed = new Map<string, RecomputedFile>();
  for (const { upload, live, newest, since } of files) {
    const { key, centre, misplaced } = upload;
    const before = inForceBefore.get(centre) ?? [];
    const replaced = replacedVersions(live, examination);
    const verdictOn = (version: StoredObject) =>
      verdictOnVersion(version, { older: before, younger: [] }, examination, replaced.get(version));
    const acceptable = () => live.find((version) => verdictOn(version).verdict === 'accepted') ?? null;
    const fixed = given.get(key);
    const inForce = fixed !== undefined ? fixed : misplaced === null ? acceptable() : null;
    if (inForce !== null) inForceBefore.set(centre, [...before, inForce]);
    recomputed.set(key, {
      upload,
      since,
      newest,
      replaced: replaced.get(newest),
      examination: misplaced === null ? verdictOn(newest) : undefined,
      inForce,
    });
  }
  return recomputed;
}

/** Every upload of a bucket as it is now; folders are none. */
export const uploadsOf = (bucket: Bucket): readonly KeyHistory[] =>
  bucket
    .keysOfVersions(UPLOADS)
    .filter((key) => !key.endsWith('/'))
    .map((key) => ({ key, versions: bucket.versions(key) }));

/** What the study is: a function of the bucket and of the configuration. */
export const recomputedStudy = (bucket: Bucket, configuration: Configuration) =>
  recomputedFiles(uploadsOf(bucket), configuration);

/** The centre's other files in force. */
export function besideIn(
  files: ReadonlyMap<string, RecomputedFile>,
  { upload: { key, centre } }: RecomputedFile,
): Beside {
  const inOrder = [...files.values()].filter(({ upload }) => upload.centre === centre);
  const place = inOrder.findIndex(({ upload }) => upload.key === key);
  const inForce = (some: readonly RecomputedFile[]) => some.flatMap((file) => file.inForce ?? []);
  return { older: inForce(inOrder.slice(0, place)), younger: inForce(inOrder.slice(place + 1)) };
}

/** What the report on a file must say: the verdict on its newest version beside all others in force, also younger ones. */
export const reportedExamination = (
  files: ReadonlyMap<string, RecomputedFile>,
  file: RecomputedFile,
  { examination }: Configuration,
): Examination =>
  file.upload.misplaced === null
    ? verdictOnVersion(file.newest, besideIn(files, file), examination, file.replaced)
    : refusedWhole(file.upload.misplaced);
