import { InvalidObjectState, S3ServiceException } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { reportOf } from './oracle/reports.ts';
import { drain } from './world/deliveries.ts';
import { KEY_ARN } from './world/names.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const metadata = (httpStatusCode: number) => ({ $fault: 'client' as const, $metadata: { httpStatusCode } });
const refusal = (name: string, httpStatusCode: number, message: string) =>
  new S3ServiceException({ name, message, ...metadata(httpStatusCode) });

const mayNotDecrypt = (key: string) =>
  refusal(
    'AccessDenied',
    403,
    `User: arn:aws:sts::111122223333:assumed-role/ingest/i is not authorized to perform: kms:Decrypt on resource: ${key} because no identity-based policy allows the kms:Decrypt action`,
  );

const UNREADABLE = [
  ['in the archives', new InvalidObjectState({ message: 'in GLACIER', ...metadata(403) })],
  [
    'under the sender’s own key',
    refusal(
      'InvalidRequest',
      400,
      'The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.',
    ),
  ],
  ['under another key of KMS', mayNotDecrypt('arn:aws:kms:eu-west-3:444455556666:key/of-the-hospital')],
  [
    'under a key of KMS that is switched off',
    refusal(
      'KMS.DisabledException',
      400,
      'arn:aws:kms:eu-west-3:444455556666:key/of-the-hospital is disabled.',
    ),
  ],
] as const;

function uploadThatS3Refuses(world: World, answer: Error): void {
  world.upload(KEY, patients(1, 2));
  const { versionId } = world.bucket.current(KEY) ?? {};
  if (versionId === undefined) throw new Error('nothing was uploaded');
  world.bucket.withhold(versionId, answer);
}

describe('a file that nobody can read', () => {
  it.each(UNREADABLE)('%s is refused with its reason, and asked for no more', async (_, answer) => {
    const world = createWorld();
    uploadThatS3Refuses(world, answer);
    await drain(world);
    expect(world.errors).toEqual([]);
    expect(world.messages).toEqual([]);
    expect(reportOf(world, KEY)).toMatchObject({
      verdict: 'refused',
      problems: [{ code: 'UNREADABLE_FILE' }],
    });
  });

  it.each(UNREADABLE)('%s leaves the version before it in force', async (_, answer) => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2, 3));
    await drain(world);
    uploadThatS3Refuses(world, answer);
    await drain(world);
    expect(reportOf(world, KEY)).toMatchObject({ verdict: 'refused', stillInForce: { rows: 3 } });
  });

  it.each(UNREADABLE)('%s may lie below one that can be read', async (_, answer) => {
    const world = createWorld();
    uploadThatS3Refuses(world, answer);
    await drain(world);
    world.upload(KEY, patients(1));
    await drain(world);
    expect(reportOf(world, KEY)).toMatchObject({ verdict: 'accepted', rows: 1 });
  });
});

describe('the study’s own key, where ingest may not use it', () => {
  it('is no fault of the file: the message comes back', async () => {
    const world = createWorld();
    uploadThatS3Refuses(world, mayNotDecrypt(KEY_ARN));
    await drain(world);
    expect(world.errors).not.toEqual([]);
    expect(reportOf(world, KEY)).toBeUndefined();
  });
});
