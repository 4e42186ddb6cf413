import type { FileExamination } from '#functions/examination.ts';
import { circumstancesAt } from '#shared/validation/circumstances.ts';
import type { FileRow } from '#shared/validation/file-row.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import type { StoredObject } from './bucket.ts';

const readBefore = new WeakMap<StoredObject, Map<string, readonly FileRow[]>>();

/** The rows that these rules read in an upload, from the bytes that were dropped; none where they refuse it by itself. */
export function rowsOfVersion(
  version: StoredObject,
  { rules, examine }: FileExamination,
): readonly FileRow[] {
  const byRules = readBefore.get(version) ?? new Map<string, readonly FileRow[]>();
  readBefore.set(version, byRules);
  const known = byRules.get(rules);
  if (known !== undefined) return known;
  const examination = examine(
    version.bytes,
    NO_OTHER_ROWS,
    circumstancesAt(version.lastModified.toISOString()),
  );
  const rows = examination.verdict === 'accepted' ? [...examination.rows] : [];
  byRules.set(rules, rows);
  return rows;
}
