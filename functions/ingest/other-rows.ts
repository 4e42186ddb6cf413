import type { ReadRowLines } from '#functions/storage/rows.ts';
import type { otherFilesInForce } from '#shared/storage/file-order.ts';
import type { RowKey } from '#shared/tables/tables.ts';
import type { OtherRows, RowPlace } from '#shared/validation/identity-rules.ts';

export type ReadOtherRows = ReturnType<typeof otherRowsReader>;

/** Collects where the rows of a centre's other files stand, by table, the oldest file first. */
export const otherRowsReader =
  (readRowLines: ReadRowLines) =>
  async (files: ReturnType<typeof otherFilesInForce>): Promise<OtherRows> => {
    const others = {
      patients: new Map<RowKey, RowPlace>(),
      pairs: new Map<RowKey, RowPlace>(),
      lesions: new Map<RowKey, RowPlace>(),
    };
    for (const { file, older } of files) {
      for (const [row, line] of await readRowLines(file))
        others[file.table].set(row, { file: file.key, line, older });
    }
    return others;
  };
