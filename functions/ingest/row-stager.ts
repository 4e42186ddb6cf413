import type { WriteAll } from '#functions/storage/batch-write.ts';
import type { AnnounceGeneration } from '#functions/storage/staged-generations.ts';
import { type Generation, rowItemKey } from '#shared/storage/item-keys.ts';
import type { FileRow } from '#shared/validation/read-row.ts';

interface StagerPorts {
  readonly announceGeneration: AnnounceGeneration;
  readonly writeAll: WriteAll;
}

export type StageRows = ReturnType<typeof rowStager>;

/** Stages a file's rows under its version, where nobody sees them until a head names them. May be repeated. */
export const rowStager =
  ({ announceGeneration, writeAll }: StagerPorts) =>
  async (generation: Generation, rows: readonly FileRow[], now: string): Promise<void> => {
    await announceGeneration(generation, now);
    await writeAll(
      rows.map(({ content: { table, row }, key, line }) => ({
        PutRequest: { Item: { ...rowItemKey(generation, key), table, line, ...row } },
      })),
    );
  };
