import type { ReadHead } from '#functions/storage/heads.ts';
import type { ReadIdentity } from '#functions/storage/object-identity.ts';
import type { Pause } from '#functions/storage/pause.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { type Upload, uploadAt } from '#shared/validation/upload-place.ts';
import { type ExaminePorts, examineUpload } from './examine-upload.ts';
import type { ReadReport } from './report-store.ts';
import type { ReadObject } from './uploaded-object.ts';
import { type WithdrawPorts, withdrawUpload } from './withdraw-upload.ts';

export interface IngestPorts extends ExaminePorts, WithdrawPorts {
  readonly centres: readonly string[];
  readonly readReport: ReadReport;
  readonly readHead: ReadHead;
  readonly readObject: ReadObject;
  readonly readIdentity: ReadIdentity;
  readonly pause: Pause;
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
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if (attempt > 0) await ports.pause(attempt);
    if ((await settle(ports, upload)) === 'settled') return;
  }
  throw new Error(`the centre's files changed under ${MOST_ATTEMPTS} attempts in a row`);
}

async function settle(ports: IngestPorts, upload: Upload): Promise<Settled> {
  // In this order: the report guards its own replacement, the head guards its own, and the object read last
  // is at least as new as both.
  const answered = await ports.readReport(upload.key);
  const head = await ports.readHead(upload.centre);
  const object = await ports.readObject(upload.key);
  const settled =
    object === undefined
      ? await withdrawUpload(ports, { key: upload.key, head, answered })
      : await examineUpload(ports, { upload, head, answered, object });
  if (settled === 'lost') return 'lost';
  // What was settled is settled only if the object is still the one that was read. Whoever changed it meanwhile may
  // have been ingested already: it found the head and the report of before, and in line with them nothing to do.
  return (await ports.readIdentity(upload.key))?.versionId === object?.versionId ? 'settled' : 'lost';
}
