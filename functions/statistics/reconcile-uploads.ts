import type { Log } from '#functions/log.ts';
import type { ReadHeads } from '#functions/storage/heads.ts';
import { verdictStands } from '#shared/storage/centre-head.ts';
import { uploadAt } from '#shared/validation/upload-place.ts';
import type { SendHint } from './hint-sender.ts';
import type { ListUploads } from './listed-uploads.ts';

export interface ReconcilePorts {
  readonly centres: readonly string[];
  readonly readHeads: ReadHeads;
  readonly listUploads: ListUploads;
  readonly sendHint: SendHint;
  readonly log: Log;
}

/**
 * Compares the bucket with the heads and sends a hint for each difference, as S3 would have. So a file whose event was
 * lost is brought in by ingest, like any other.
 */
export async function reconcileUploads({
  centres,
  readHeads,
  listUploads,
  sendHint,
  log,
}: ReconcilePorts): Promise<void> {
  const heads = await readHeads();
  const uploads = await listUploads();
  const changed = [...uploads].filter(
    ([key, versionId]) => !heads.some((head) => verdictStands(head, uploadAt(key, centres), versionId)),
  );
  const gone = heads.flatMap(({ files }) => Object.keys(files)).filter((key) => !uploads.has(key));
  for (const key of [...changed.map(([key]) => key), ...gone]) await sendHint(key);
  log('reconciled', { uploads: uploads.size, changed: changed.length, gone: gone.length });
}
