import { createHash } from 'node:crypto';
import type { FileRow } from '#shared/validation/read-row.ts';

const LENGTH = 16;

/**
 * Names the rows that were read from a version of a file: 16 hexadecimal digits of a SHA-256. Read again by other rules,
 * the same rows have the same name. A value that is not known counts as absent, so that a new optional column of a
 * table makes no other rows of the files without it.
 */
export function generationName(key: string, versionId: string, rows: readonly FileRow[]): string {
  const hash = createHash('sha256').update(JSON.stringify([key, versionId]));
  for (const { content, key: row, line } of rows) {
    const known = Object.entries(content.row).filter(([, value]) => value !== null);
    hash.update(JSON.stringify([content.table, row, line, known]));
  }
  return hash.digest('hex').slice(0, LENGTH);
}
