import type { Log } from '#functions/log.ts';
import type { WriteAll } from '#functions/storage/batch-write.ts';
import type { ReadHeads } from '#functions/storage/heads.ts';
import type { ReadRowKeys } from '#functions/storage/rows.ts';
import {
  type ClaimGeneration,
  type ForgetGeneration,
  idleLongEnough,
  type ReadStagedGenerations,
  type StagedGeneration,
} from '#functions/storage/staged-generations.ts';
import { type FileInForce, filesInForce } from '#shared/storage/centre-head.ts';
import { rowsPartition } from '#shared/storage/item-keys.ts';
import type { SendHint } from './hint-sender.ts';

export interface SweepPorts {
  readonly now: () => Date;
  readonly readHeads: ReadHeads;
  readonly readStagedGenerations: ReadStagedGenerations;
  readonly claimGeneration: ClaimGeneration;
  readonly readRowKeys: ReadRowKeys;
  readonly writeAll: WriteAll;
  readonly forgetGeneration: ForgetGeneration;
  readonly sendHint: SendHint;
  readonly log: Log;
}

/** Deletes the rows of generations that no head has named for an hour: replaced, withdrawn, or left by a crash. */
export async function sweepGenerations(ports: SweepPorts): Promise<void> {
  // The generations before the heads: one that comes into force between the two reads is in the heads, and one that
  // does so later was announced anew, so that its claim fails.
  const staged = await ports.readStagedGenerations();
  const inForce = filesInForce(await ports.readHeads());
  const named = new Set(inForce.map(rowsPartition));
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
  await hintAtUnsweepable(ports, inForce, staged);
  ports.log('swept', { generations: swept });
}

/** A file in force whose record of staging was lost could never be swept; its ingest writes a new one. */
async function hintAtUnsweepable(
  { sendHint }: SweepPorts,
  inForce: readonly FileInForce[],
  staged: readonly StagedGeneration[],
): Promise<void> {
  const known = new Set(staged.map(rowsPartition));
  for (const file of inForce) if (!known.has(rowsPartition(file))) await sendHint(file.key);
}
