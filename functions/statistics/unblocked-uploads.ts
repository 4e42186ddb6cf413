import type { Log } from '#functions/log.ts';
import type { ReadHeads } from '#functions/storage/heads.ts';
import { filesToLookAtAgain } from '#shared/storage/centre-head.ts';
import type { SendHint } from './hint-sender.ts';

export interface UnblockedPorts {
  readonly readHeads: ReadHeads;
  readonly sendHint: SendHint;
  readonly log: Log;
}

/**
 * Hints at the refused files that may be acceptable now, because the file with the same rows was replaced or withdrawn.
 * Each is brought in by an ingest of its own: were it done by the ingest that replaced or withdrew the other, a crash there
 * would leave a verdict that nobody reports.
 */
export async function hintAtUnblockedUploads({ readHeads, sendHint, log }: UnblockedPorts): Promise<void> {
  const unblocked = (await readHeads()).flatMap(filesToLookAtAgain);
  for (const key of unblocked) await sendHint(key);
  if (unblocked.length > 0) log('unblocked', { uploads: unblocked.length });
}
