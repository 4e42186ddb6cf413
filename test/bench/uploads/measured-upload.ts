import { setTimeout } from 'node:timers/promises';
import { deposit } from '#cdk/commands/await-verdict.ts';
import { identityReader } from '#functions/storage/object-identity.ts';
import { LATEST_REPORT, LATEST_RESULT } from '#shared/storage/bucket-keys.ts';
import { LARGEST_FILES } from '#test/memory/largest-files.ts';
import type { LocalStudy } from './local-study.ts';
import { notInTime } from './lost-round.ts';
import { settledQueue } from './settled-queue.ts';

const LOOK_MILLISECONDS = 100;
/** Some times as long as it takes on an idle machine: a minute, and for each row. */
const PATIENCE_MILLISECONDS = 60_000;
const PATIENCE_MILLISECONDS_A_ROW = 4;

/** Rows of a file, with its header. */
export interface FileOfRows {
  readonly rows: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Puts a file into the empty study; seconds until there is a latest result. Returns once all that follows is done, too. */
export async function measuredUpload(
  { s3, outputs }: LocalStudy,
  { rows, bytes }: FileOfRows,
): Promise<number> {
  const { BucketName: bucket, UploadQueueUrl } = outputs;
  const readIdentity = identityReader(s3, bucket);
  const patience = PATIENCE_MILLISECONDS + rows * PATIENCE_MILLISECONDS_A_ROW;
  const began = performance.now();
  const isThere = async (key: string): Promise<void> => {
    while ((await readIdentity(key)) === undefined) {
      if (performance.now() - began > patience) throw notInTime(key);
      await setTimeout(LOOK_MILLISECONDS);
    }
  };
  await deposit(s3, bucket, 'caen', { name: 'pairs.csv', bytes });
  await isThere(LATEST_RESULT);
  const seconds = (performance.now() - began) / 1000;
  await isThere(LATEST_REPORT);
  await settledQueue(UploadQueueUrl);
  return seconds;
}

/** The first rows of the file on which validation is measured. */
export function fileOf(rows: number): FileOfRows {
  const lines = Iterator.from(LARGEST_FILES['valid-pairs']?.lines() ?? []).take(rows + 1);
  return { rows, bytes: new TextEncoder().encode(`${[...lines].join('\n')}\n`) };
}
