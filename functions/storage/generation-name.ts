import { createHash } from 'node:crypto';
import type { Column } from '#shared/tables/table.ts';
import { TABLES } from '#shared/tables/tables.ts';
import type { FileRow } from '#shared/validation/file-row.ts';

const LENGTH = 16;

export type NamedRow = Pick<FileRow, 'content' | 'key' | 'line'>;

/**
 * Names the rows that were read from a version of a file: 16 hexadecimal digits of a SHA-256. Read again by other rules,
 * the same rows have the same name. A value that is not known counts as absent, so that a new optional column of a
 * table makes no other rows of the files without it; columns count in the order of their table, so that the name can be
 * made again from the rows as they are stored.
 *
 * @param rows - in order of lines
 */
export function generationName(key: string, versionId: string, rows: Iterable<NamedRow>): string {
  const hash = createHash('sha256').update(JSON.stringify([key, versionId]));
  for (const row of rows) hash.update(nameOfRow(row));
  return hash.digest('hex').slice(0, LENGTH);
}

function nameOfRow({ content: { table, row }, key, line }: NamedRow): string {
  const known = TABLES[table].columns.flatMap(({ name }: Column) => {
    const value: unknown = Reflect.get(row, name);
    return value === null || value === undefined ? [] : [[name, value]];
  });
  return JSON.stringify([table, key, line, known]);
}
