import type { WriteAll, WriteRequest } from '#functions/storage/batch-write.ts';
import type { AnnounceGeneration } from '#functions/storage/staged-generations.ts';
import { type CountedGeneration, rowItemKey } from '#shared/storage/item-keys.ts';
import type { FileRow } from '#shared/validation/file-row.ts';

interface StagerPorts {
  readonly announceGeneration: AnnounceGeneration;
  readonly writeAll: WriteAll;
}

export type StageRows = ReturnType<typeof rowStager>;

/** Stages a file's rows under its version, where nobody sees them until a head names them. May be repeated. */
export const rowStager =
  ({ announceGeneration, writeAll }: StagerPorts) =>
  async (generation: CountedGeneration, rows: Iterable<FileRow>, now: string): Promise<void> => {
    await announceGeneration(generation, now);
    await writeAll(puts(generation, rows));
  };

/** One by one: all of them would take as much memory again as the rows do. */
function* puts(generation: CountedGeneration, rows: Iterable<FileRow>): Generator<WriteRequest> {
  for (const { content, key, line } of rows) {
    const { table, row } = content;
    yield { PutRequest: { Item: { ...rowItemKey(generation, key), table, line, ...row } } };
  }
}
