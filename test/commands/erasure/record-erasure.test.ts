import { describe, expect, it } from 'vitest';
import { recordErasure } from '#cdk/commands/erasure/record-erasure.ts';
import { type ErasureRecord, erasureRecordSchema } from '#shared/erasure/erasure-record.ts';
import { emptyBucket } from '#test/functions/world/bucket.ts';
import { answerOfS3 } from '#test/functions/world/bucket-requests.ts';
import { BUCKET } from '#test/functions/world/names.ts';
import { answeringBucket } from '../answering-clients.ts';
import { OUTPUTS } from '../bucket-in-memory.ts';

const RECORD: ErasureRecord = {
  kind: 'file',
  centre: 'rouen',
  by: 'coordinator',
  beganAt: '2026-11-25T12:00:00.000Z',
  endedAt: null,
  complete: null,
  erased: { uploadVersions: 1, reportVersions: 3, rows: 2, records: 1 },
  versionIds: ['v1'],
  frozen: [],
};

/** Erasures recorded in an empty bucket. */
function records() {
  const bucket = emptyBucket(() => Date.parse(RECORD.beganAt));
  const s3 = answeringBucket((command, input) => answerOfS3(bucket, command, input, 'whole'));
  const study = { s3, outputs: { ...OUTPUTS, BucketName: BUCKET } };
  const stored = () =>
    bucket
      .keys('erasures/')
      .map((key) =>
        erasureRecordSchema.parse(JSON.parse(new TextDecoder().decode(bucket.current(key)?.bytes))),
      );
  return { record: (by: string) => recordErasure(study, { ...RECORD, by }), stored };
}

describe('the record of an erasure', () => {
  it('stands beside that of another one that began in the same millisecond', async () => {
    const { record, stored } = records();
    const [first, second] = [await record('one'), await record('another')];
    expect([first.key, second.key]).toEqual([
      'erasures/2026-11-25T12-00-00.000Z.json',
      'erasures/2026-11-25T12-00-00.001Z.json',
    ]);
    await second.end({ endedAt: RECORD.beganAt, complete: true, erased: RECORD.erased });
    expect(stored()).toMatchObject([
      { by: 'one', complete: null },
      { by: 'another', complete: true, beganAt: RECORD.beganAt },
    ]);
  });
});
