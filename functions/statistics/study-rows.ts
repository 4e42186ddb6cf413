import { inParallel } from '#functions/storage/in-parallel.ts';
import type { ReadRows } from '#functions/storage/rows.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import type { CentreRow } from '#shared/study/study.ts';

export type ReadStudyRows = ReturnType<typeof studyRowsReader>;

const FILES_AT_ONCE = 8;

/**
 * Reads the rows of all files in force. `swept` where a file has fewer rows than its head says: it was replaced more than
 * an hour ago and its rows are being deleted, so the heads in hand are old and must be read again.
 */
export const studyRowsReader =
  (readRows: ReadRows) =>
  async (files: readonly FileInForce[]): Promise<readonly CentreRow[] | 'swept'> => {
    const read: CentreRow[] = [];
    let swept = false;
    await inParallel(files, FILES_AT_ONCE, async (file) => {
      const rows = await readRows(file);
      if (rows.length < file.rows) swept = true;
      for (const content of rows) read.push({ centre: file.centre, content });
    });
    return swept ? 'swept' : read;
  };
