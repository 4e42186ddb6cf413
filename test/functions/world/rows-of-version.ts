import { examineFile } from '#shared/validation/examine-file.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import type { FileRow } from '#shared/validation/read-row.ts';
import { SETTINGS } from '#test/study/settings.ts';
import type { Bucket } from './bucket.ts';

const readBefore = new WeakMap<Uint8Array, readonly FileRow[]>();

/** The rows that a version of an upload holds, read from the bytes that were dropped. */
export function rowsOfVersion(bucket: Bucket, versionId: string): readonly FileRow[] {
  const bytes = bucket.everStored(versionId)?.bytes;
  if (bytes === undefined) throw new Error(`there never was a version ${versionId}`);
  const known = readBefore.get(bytes);
  if (known !== undefined) return known;
  const examination = examineFile(bytes, NO_OTHER_ROWS, SETTINGS);
  const rows = examination.verdict === 'accepted' ? examination.rows : [];
  readBefore.set(bytes, rows);
  return rows;
}
