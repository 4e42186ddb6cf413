import { inParallel } from '#functions/storage/in-parallel.ts';
import type { ReadWholeRows } from '#functions/storage/whole-generation.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { rowsPartition } from '#shared/storage/item-keys.ts';
import { KeptRows, rowsOfFiles } from '#shared/study/kept-rows.ts';
import type { CentreRow } from '#shared/study/study.ts';

export type ReadStudyRows = ReturnType<typeof studyRowsReader>;

const FILES_AT_ONCE = 8;

/**
 * Reads the rows of all files in force, each file into columns, or tells the partitions whose rows are not those that
 * their head names: a file was replaced more than an hour ago and its rows are being deleted, so the heads in hand are
 * old and must be read again; or a part of the table was lost or altered.
 */
export const studyRowsReader =
  (readWholeRows: ReadWholeRows) =>
  async (
    files: readonly FileInForce[],
  ): Promise<Iterable<CentreRow> | { readonly lackingRows: ReadonlySet<string> }> => {
    const read: KeptRows[] = [];
    const lackingRows = new Set<string>();
    await inParallel(files, FILES_AT_ONCE, async (file) => {
      const rows = await readWholeRows(file);
      if (rows === undefined) lackingRows.add(rowsPartition(file));
      else read.push(new KeptRows(file.centre, file.table, rows));
    });
    return lackingRows.size > 0 ? { lackingRows } : rowsOfFiles(read);
  };
