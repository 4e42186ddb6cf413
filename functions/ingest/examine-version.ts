import type { FileExamination } from '#functions/examination.ts';
import { sha256 } from '#shared/sha256.ts';
import type { ListedVersion } from '#shared/storage/live-versions.ts';
import { circumstancesAt, type RowBefore } from '#shared/validation/circumstances.ts';
import type { Examination } from '#shared/validation/examination.ts';
import { refusedTooLarge, refusedUnreadable } from '#shared/validation/examine-file.ts';
import type { OtherRows } from '#shared/validation/identity-rules.ts';
import { LARGEST_FILE_BYTES } from '#shared/validation/limits.ts';
import type { ReadVersion } from './object-version.ts';

export interface VersionPorts {
  readonly examination: FileExamination;
  readonly readVersion: ReadVersion;
}

/**
 * Reads one version by the rules; undefined where it was deleted meanwhile. One that is too large is not even read, one
 * that cannot be read is refused for that.
 */
export async function examineVersion(
  { readVersion, examination }: VersionPorts,
  key: string,
  { versionId, sizeInBytes, lastModified }: ListedVersion,
  others: OtherRows,
  replaced: readonly RowBefore[],
): Promise<{ readonly examination: Examination; readonly sha256: string } | undefined> {
  if (sizeInBytes > LARGEST_FILE_BYTES) return { examination: refusedTooLarge(), sha256: '' };
  const bytes = await readVersion(key, versionId);
  if (bytes === undefined) return undefined;
  if (typeof bytes === 'string') return { examination: refusedUnreadable(bytes), sha256: '' };
  return {
    examination: examination.examine(bytes, others, { ...circumstancesAt(lastModified), replaced }),
    sha256: await sha256(bytes),
  };
}
