import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutObjectCommand, type PutObjectCommandInput } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportKeys, uploadKey } from '#shared/storage/bucket-keys.ts';
import { drop, eventually, outputs, readReport, readText, s3 } from './deployed-study.ts';
import { COHORT } from './local-computation.ts';
import { emptyStudy } from './study-bucket.ts';

const PATIENTS = readFileSync(join(COHORT, 'caen', 'patients.csv'), 'utf8');

beforeAll(emptyStudy);
afterAll(emptyStudy);

/** A file sent as the bucket's policy forbids, which nobody enforces here; the verdict on it. */
async function sentWith(how: Partial<PutObjectCommandInput>) {
  const Key = uploadKey('caen', 'patients.csv');
  const { VersionId } = await s3.send(
    new PutObjectCommand({ Bucket: outputs.BucketName, Key, Body: PATIENTS, ...how }),
  );
  return eventually('the verdict on what nobody can read', async () => {
    const report = await readReport(Key);
    return report?.versionId === VersionId ? report : undefined;
  });
}

const key = randomBytes(32);
it.each<[string, Partial<PutObjectCommandInput>]>([
  ['sent to the archives', { StorageClass: 'GLACIER' }],
  [
    'encrypted with the sender’s own key',
    {
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: key.toString('base64'),
      SSECustomerKeyMD5: createHash('md5').update(key).digest('base64'),
    },
  ],
])('a file %s is refused with its reason, and the one before counts', async (_, how) => {
  const { rows } = await drop('caen', 'patients.csv', PATIENTS);
  expect(await sentWith(how)).toMatchObject({
    verdict: 'refused',
    problems: [{ code: 'UNREADABLE_FILE' }],
    stillInForce: { rows },
  });
});

it('a name of a column of 97,000 characters is answered in a few', async () => {
  const long = 'n'.repeat(97_000);
  const report = await drop('caen', 'long.csv', PATIENTS.replace('patient_id', long));
  expect(report.verdict).toBe('refused');
  for (const key of [reportKeys(report.file).json, reportKeys(report.file).text]) {
    const { text = '' } = (await readText(key)) ?? {};
    expect(text).toContain('nnnn');
    expect(text).not.toContain('n'.repeat(201));
  }
});
