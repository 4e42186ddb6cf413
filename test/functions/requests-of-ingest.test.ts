import { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { objectReader } from '#functions/ingest/uploaded-object.ts';
import { BUCKET } from './world/names.ts';
import { patients } from './world/study-files.ts';
import { createWorld } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const ROWS = 'ROWS#rouen#uploads/rouen/patients.csv#version-1';

it('the first file of a centre costs these requests and no others', async () => {
  const world = createWorld();
  world.upload(KEY, patients(1, 2));
  await world.deliver();
  const requests: string[] = [];
  for (let [next] = world.calls(); next !== undefined; [next] = world.calls()) {
    requests.push(next.name);
    await world.release(next);
  }
  expect(world.table.partitionNames()).toContain(ROWS);
  expect(requests).toEqual([
    'GetObjectCommand reports/rouen/patients.csv.json',
    'HeadObjectCommand reports/rouen/patients.csv.txt',
    'HeadObjectCommand reports/rouen/patients.csv.annotated.csv',
    'GetItemCommand STUDY',
    `GetObjectCommand ${KEY}`,
    'PutItemCommand STAGED',
    'BatchWriteItemCommand',
    'PutItemCommand STUDY',
    'Invoke',
    'PutObjectCommand reports/rouen/patients.csv.txt',
    'PutObjectCommand reports/rouen/patients.csv.annotated.csv',
    'PutObjectCommand reports/rouen/patients.csv.json',
    `HeadObjectCommand ${KEY}`,
  ]);
});

it('the connection of an object that is not read is closed', async () => {
  let closed = false;
  const Body = Object.assign(new Blob([]), {
    transformToWebStream: () =>
      new ReadableStream({
        cancel() {
          closed = true;
        },
      }),
  });
  const s3 = new S3Client({ region: 'eu-west-3' });
  s3.middlewareStack.add(
    () => async () => ({
      response: undefined,
      output: { $metadata: {}, VersionId: 'v', ContentLength: 0, Body },
    }),
    { step: 'initialize', priority: 'high' },
  );
  await (await objectReader(s3, BUCKET)(KEY))?.discard();
  expect(closed).toBe(true);
});
