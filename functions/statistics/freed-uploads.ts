import type { Log } from '#functions/log.ts';
import type { ReadHeads } from '#functions/storage/heads.ts';
import { filesToLookAtAgain } from '#shared/storage/centre-head.ts';
import type { SendHint } from './hint-sender.ts';

export interface FreedPorts {
  readonly readHeads: ReadHeads;
  readonly sendHint: SendHint;
  readonly log: Log;
}

/**
 * Hints at the refused files whose way has become free, or may have. Each is then brought in by an ingest of its
 * own: were it done by the ingest that freed it, a crash there would leave a verdict that nobody reports.
 */
export async function hintAtFreedUploads({ readHeads, sendHint, log }: FreedPorts): Promise<void> {
  const freed = (await readHeads()).flatMap(filesToLookAtAgain);
  for (const key of freed) await sendHint(key);
  if (freed.length > 0) log('freed', { uploads: freed.length });
}
