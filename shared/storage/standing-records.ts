import type { CentreHead, UploadedFile } from './centre-head.ts';
import { isStillBlocked } from './file-order.ts';
import { type LiveVersions, versionsSince } from './live-versions.ts';

/** What a verdict depends on beside the files themselves. */
export interface Examiner {
  /** Names the rules of today. */
  readonly rules: string;
  /** Whether no data set may lie at a key. */
  readonly isMisplaced: (key: string) => boolean;
}

/** Whether a record says what would be found today: by the same rules, in the same place, against the same other files. */
export const recordStands = (
  head: CentreHead,
  key: string,
  file: UploadedFile,
  { rules, isMisplaced }: Examiner,
): boolean =>
  file.rules === rules &&
  (file.state === 'misplaced') === isMisplaced(key) &&
  isStillBlocked(head, key, file);

/**
 * Whether a record is about what lies in the bucket. A version in force may have been deleted for good; and S3 puts a multipart
 * upload where it began, so that a version may come late among those that were looked at. Each version is judged beside the older ones.
 * Source: AWS, "Uploading and copying objects using multipart upload", on concurrent operations.
 */
export const recordAnswers = (file: UploadedFile, live: LiveVersions): boolean =>
  file.versionId === live.newest.versionId &&
  file.since === live.since &&
  file.versions === live.versions.length &&
  file.refusedVersions === versionsSince(live, file.inForce?.versionId);

/** The files of a centre that must be looked at again, whatever the bucket holds. */
export const filesToLookAtAgain = (head: CentreHead, examiner: Examiner): readonly string[] =>
  Object.entries(head.files)
    .filter(([key, file]) => !recordStands(head, key, file, examiner))
    .map(([key]) => key);
