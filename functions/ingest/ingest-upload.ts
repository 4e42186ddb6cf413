import type { Log } from '#functions/log.ts';
import type { ReadHead } from '#functions/storage/heads.ts';
import type { Pause } from '#functions/storage/pause.ts';
import { UPLOADS, uploadAt } from '#shared/storage/bucket-keys.ts';
import type { Problem } from '#shared/validation/problem.ts';
import { type AnswerPorts, answerMisplaced } from './answer-misplaced.ts';
import { type ExaminePorts, examineUpload } from './examine-upload.ts';
import type { ReadReport } from './report-store.ts';
import type { ReadObject, ReadVersion, UploadedObject } from './uploaded-object.ts';
import { type WithdrawPorts, withdrawUpload } from './withdraw-upload.ts';

export interface IngestPorts extends ExaminePorts, WithdrawPorts, AnswerPorts {
  readonly centres: readonly string[];
  readonly readReport: ReadReport;
  readonly readHead: ReadHead;
  readonly readObject: ReadObject;
  readonly readVersion: ReadVersion;
  readonly pause: Pause;
  readonly log: Log;
}

/** A step either settles its file or finds that the world moved under it, and must look again. */
export type Settled = 'settled' | 'lost';

const MOST_ATTEMPTS = 20;

/**
 * Brings the study in line with the bucket's current object at one key, whatever event hinted at it: a file
 * that is there is examined, one that is gone is withdrawn. The centre's files that were refused over rows of
 * this one get hints of their own, from the statistics run that is asked for.
 */
export async function ingestUpload(ports: IngestPorts, key: string): Promise<void> {
  if (!key.startsWith(UPLOADS) || key.endsWith('/')) {
    ports.log('not-an-upload');
    return;
  }
  const upload = uploadAt(key, ports.centres);
  const settle =
    'code' in upload
      ? () => settleMisplaced(ports, key, upload)
      : () => settleFile(ports, upload.centre, key);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if (attempt > 0) await ports.pause(attempt);
    if ((await settle()) === 'settled') return;
  }
  throw new Error(`the centre's files changed under ${MOST_ATTEMPTS} attempts in a row`);
}

async function settleFile(ports: IngestPorts, centre: string, key: string): Promise<Settled> {
  // In this order: the report guards its own replacement, the head guards its own, and the object read last
  // is at least as new as both.
  const answered = await ports.readReport(key);
  const head = await ports.readHead(centre);
  const object = await ports.readObject(key);
  const settled =
    object === undefined
      ? await withdrawUpload(ports, { key, head, answered })
      : await examineUpload(ports, { key, head, answered, object });
  return unlessOvertaken(ports, key, object, settled);
}

async function settleMisplaced(ports: IngestPorts, key: string, problem: Problem): Promise<Settled> {
  const answered = await ports.readReport(key);
  const object = await ports.readObject(key);
  const settled = await answerMisplaced(ports, { key, problem, answered, object });
  return unlessOvertaken(ports, key, object, settled);
}

/**
 * What was settled is settled only if the object is still the one that was read. Whoever changed it meanwhile
 * may have been ingested already: it found the head and the report of before, and in line with them nothing to do.
 */
async function unlessOvertaken(
  ports: IngestPorts,
  key: string,
  object: UploadedObject | undefined,
  settled: Settled,
): Promise<Settled> {
  if (settled === 'lost') return 'lost';
  return (await ports.readVersion(key)) === object?.versionId ? 'settled' : 'lost';
}
