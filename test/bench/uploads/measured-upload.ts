import { setTimeout } from 'node:timers/promises';
import { deposit } from '#cdk/commands/await-verdict.ts';
import { identityReader } from '#functions/storage/object-identity.ts';
import { LATEST_REPORT, LATEST_RESULT } from '#shared/storage/bucket-keys.ts';
import type { LocalStudy } from './local-study.ts';
import { notInTime, settledQueue } from './settled-queue.ts';

const LOOK_MILLISECONDS = 100;
const PATIENCE_MILLISECONDS = 10 * 60 * 1000;

/** Puts a file into the empty study; seconds until there is a latest result. Returns once all that follows is done, too. */
export async function measuredUpload(
  { s3, outputs }: LocalStudy,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<number> {
  const { BucketName: bucket, UploadQueueUrl } = outputs;
  const readIdentity = identityReader(s3, bucket);
  const began = performance.now();
  const isThere = async (key: string): Promise<void> => {
    while ((await readIdentity(key)) === undefined) {
      if (performance.now() - began > PATIENCE_MILLISECONDS) throw notInTime(key);
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
