import type { ReadRowPlaces } from '#functions/storage/rows.ts';
import type { otherFilesInForce } from '#shared/storage/file-order.ts';
import { ofEachTable, type RowKey } from '#shared/tables/tables.ts';
import type { OtherRows, RowPlace } from '#shared/validation/identity-rules.ts';

export type ReadOtherRows = ReturnType<typeof otherRowsReader>;

/** What the centre's other files say. */
export interface OtherFiles {
  readonly rows: OtherRows;
  /** The files of whose rows some are not in the table: beside them nothing can be judged. */
  readonly lackingRows: readonly string[];
}

/** Collects where the rows of a centre's other files stand and what they say, by table, the oldest file first. */
export const otherRowsReader =
  (readRowPlaces: ReadRowPlaces) =>
  async (files: ReturnType<typeof otherFilesInForce>): Promise<OtherFiles> => {
    const rows = ofEachTable(() => new Map<RowKey, RowPlace>());
    const lackingRows: string[] = [];
    for (const { file, older } of files) {
      const places = await readRowPlaces(file);
      if (places.size < file.rows) lackingRows.push(file.key);
      for (const [row, { line, content }] of places) {
        rows[file.table].set(row, { file: file.key, line, older, content });
      }
    }
    return { rows, lackingRows };
  };
