import type { FileExamination } from '#functions/examination.ts';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { rowsPartitions, STAGED, stagedKey } from '#shared/storage/item-keys.ts';
import { storedRow, type TableRow } from '#shared/tables/tables.ts';
import type { FileRow } from '#shared/validation/file-row.ts';
import type { StoredObject } from '../world/bucket.ts';
import { inOrderOfNames } from '../world/plain-tables.ts';
import { rowsOfVersion } from '../world/rows-of-version.ts';
import { headsIn } from '../world/witness.ts';
import type { World } from '../world/world.ts';

/** A row as the study reads it: what a release did not know of is not known. */
function asRead({ content: { table, row } }: Pick<FileRow, 'content'>): TableRow {
  const content = storedRow(table, { ...row });
  if (content === undefined) throw new Error(`a row of ${table} cannot be read again`);
  return content;
}

/** The rows of a version, as the study reads them once they are stored. */
export const studyRowsOf = (version: StoredObject, ruleSet: FileExamination): readonly TableRow[] =>
  rowsOfVersion(version, ruleSet).map(asRead);

const inWords = (rows: readonly (readonly [key: unknown, line: unknown, content: TableRow | undefined])[]) =>
  rows.map((row) => JSON.stringify(row, inOrderOfNames)).toSorted();

/** What is wrong with the rows in force: each file must have those of its version, whoever stored them. */
export function wrongRows({ bucket, table, deployment }: World): readonly string[] {
  return filesInForce(headsIn(table)).flatMap((file) => {
    const version = bucket.everStored(file.versionId);
    if (version === undefined) return [`${file.key} is in force as a version that never was`];
    const promised = rowsOfVersion(version, deployment().examination).map(
      (row) => [row.key, row.line, asRead(row)] as const,
    );
    const found = rowsPartitions(file)
      .flatMap(table.partition)
      .map((item) => [item.sk, item['line'], storedRow(file.table, item)] as const);
    return JSON.stringify(inWords(found)) === JSON.stringify(inWords(promised))
      ? []
      : [`${file.key} is in force as ${file.versionId}, with other rows than that has`];
  });
}

/**
 * Rows and records of generations that no head names. Rows whose record was lost with a part of the table cannot be found
 * by anybody.
 */
export function leftUnswept({ table, isDamaged }: World): readonly string[] {
  const inForce = filesInForce(headsIn(table));
  const partitions = new Set(inForce.flatMap(rowsPartitions));
  const records = new Set(inForce.map((file) => stagedKey(file).sk));
  const unnamed = table.partitionNames().filter((name) => name.startsWith('ROWS#') && !partitions.has(name));
  return [
    ...(isDamaged() ? [] : unnamed),
    ...table.partition(STAGED).flatMap(({ sk }) => (records.delete(sk) ? [] : [sk])),
    ...[...records].map((name) => `${name} is in force and could never be swept`),
  ];
}
