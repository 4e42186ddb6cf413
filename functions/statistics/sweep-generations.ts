import type { Log } from '#functions/log.ts';
import type { WriteAll } from '#functions/storage/batch-write.ts';
import type { ReadHeads } from '#functions/storage/heads.ts';
import type { ReadRowKeys } from '#functions/storage/rows.ts';
import {
  type ClaimGeneration,
  type ForgetGeneration,
  idleLongEnough,
  type ReadStagedGenerations,
} from '#functions/storage/staged-generations.ts';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { rowsPartition } from '#shared/storage/item-keys.ts';

export interface SweepPorts {
  readonly now: () => Date;
  readonly readHeads: ReadHeads;
  readonly readStagedGenerations: ReadStagedGenerations;
  readonly claimGeneration: ClaimGeneration;
  readonly readRowKeys: ReadRowKeys;
  readonly writeAll: WriteAll;
  readonly forgetGeneration: ForgetGeneration;
  readonly log: Log;
}

/** Deletes the rows of generations that no head has named for an hour: replaced, withdrawn, or left by a crash. */
export async function sweepGenerations(ports: SweepPorts): Promise<void> {
  // The generations before the heads: one that comes into force between the two reads is in the heads, and one that
  // does so later was announced anew, so that its claim fails.
  const staged = await ports.readStagedGenerations();
  const named = new Set(filesInForce(await ports.readHeads()).map(rowsPartition));
  const now = ports.now().toISOString();
  let swept = 0;
  for (const generation of staged) {
    if (named.has(rowsPartition(generation)) || generation.idleSince > idleLongEnough(now)) continue;
    if (!(await ports.claimGeneration(generation, now))) continue;
    const keys = await ports.readRowKeys(generation);
    await ports.writeAll(keys.map((Key) => ({ DeleteRequest: { Key } })));
    await ports.forgetGeneration(generation);
    swept += 1;
  }
  ports.log('swept', { generations: swept });
}
