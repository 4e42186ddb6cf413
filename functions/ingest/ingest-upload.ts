import type { Log } from '#functions/log.ts';
import type { ReadHead } from '#functions/storage/heads.ts';
import type { Pause } from '#functions/storage/pause.ts';
import { UPLOADS, uploadAt } from '#shared/storage/bucket-keys.ts';
import { filesToLookAtAgain } from '#shared/storage/centre-head.ts';
import { type AnswerPorts, answerMisplaced } from './answer-misplaced.ts';
import { type ExaminePorts, examineUpload } from './examine-upload.ts';
import { type WithdrawPorts, withdrawUpload } from './withdraw-upload.ts';

export interface IngestPorts extends ExaminePorts, WithdrawPorts, AnswerPorts {
  readonly centres: readonly string[];
  readonly readHead: ReadHead;
  readonly pause: Pause;
  readonly log: Log;
}

/** A step either settles its file or finds that the world moved under it, and must look again. */
export type Settled = 'settled' | 'lost';

const MOST_ATTEMPTS = 20;

/**
 * Brings the study in line with the bucket's current object at one key, whatever event hinted at it: a file
 * that is there is examined, one that is gone is withdrawn. Then the centre's files that were refused over
 * rows of this one get another look.
 */
export async function ingestUpload(ports: IngestPorts, key: string): Promise<void> {
  if (!key.startsWith(UPLOADS) || key.endsWith('/')) {
    ports.log('not-an-upload');
    return;
  }
  const upload = uploadAt(key, ports.centres);
  if ('code' in upload) {
    await untilSettled(ports, () => answerMisplaced(ports, key, upload));
    return;
  }
  await untilSettled(ports, () => settleFile(ports, upload.centre, key));
  await untilSettled(ports, async () => {
    const again = filesToLookAtAgain(await ports.readHead(upload.centre));
    for (const other of again) await untilSettled(ports, () => settleFile(ports, upload.centre, other));
    return again.length === 0 ? 'settled' : 'lost';
  });
}

async function settleFile(ports: IngestPorts, centre: string, key: string): Promise<Settled> {
  // In this order: the report guards its own replacement, the head guards its own, and the object read last
  // is at least as new as both.
  const answered = await ports.readReport(key);
  const head = await ports.readHead(centre);
  const object = await ports.readObject(key);
  return object === undefined
    ? withdrawUpload(ports, { key, head, answered })
    : examineUpload(ports, { key, head, answered, object });
}

async function untilSettled(ports: IngestPorts, step: () => Promise<Settled>): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if (attempt > 0) await ports.pause(attempt);
    if ((await step()) === 'settled') return;
  }
  throw new Error(`the centre's files changed under ${MOST_ATTEMPTS} attempts in a row`);
}
