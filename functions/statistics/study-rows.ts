import { inParallel } from '#functions/storage/in-parallel.ts';
import type { ReadRows } from '#functions/storage/rows.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { rowsPartition } from '#shared/storage/item-keys.ts';
import type { CentreRow } from '#shared/study/study.ts';

export type ReadStudyRows = ReturnType<typeof studyRowsReader>;

const FILES_AT_ONCE = 8;

/**
 * Reads the rows of all files in force, or tells the partitions that have fewer rows than their head says: a file was
 * replaced more than an hour ago and its rows are being deleted, so the heads in hand are old and must be read again; or
 * a part of the table was lost.
 */
export const studyRowsReader =
  (readRows: ReadRows) =>
  async (
    files: readonly FileInForce[],
  ): Promise<readonly CentreRow[] | { readonly lackingRows: ReadonlySet<string> }> => {
    const read: CentreRow[] = [];
    const lackingRows = new Set<string>();
    await inParallel(files, FILES_AT_ONCE, async (file) => {
      const rows = await readRows(file);
      if (rows.length < file.rows) lackingRows.add(rowsPartition(file));
      for (const content of rows) read.push({ centre: file.centre, content });
    });
    return lackingRows.size > 0 ? { lackingRows } : read;
  };
