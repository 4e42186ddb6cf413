import { expect, it } from 'vitest';
import { VERDICT_TOPICS } from './world/names.ts';
import { patients } from './world/study-files.ts';
import { createWorld } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const ROWS = /^ROWS#rouen#uploads\/rouen\/patients\.csv#version-1#[0-9a-f]{16}$/;

it('the first file of a centre costs these requests and no others', async () => {
  const world = createWorld();
  world.upload(KEY, patients(1, 2));
  await world.deliver();
  const requests: string[] = [];
  for (let [next] = world.calls(); next !== undefined; [next] = world.calls()) {
    requests.push(next.name);
    await world.release(next);
  }
  expect(world.table.partitionNames()).toContainEqual(expect.stringMatching(ROWS));
  expect(requests).toEqual([
    'GetObjectCommand reports/rouen/patients.csv.json',
    'HeadObjectCommand reports/rouen/patients.csv.txt',
    'HeadObjectCommand reports/rouen/patients.csv.annotated.csv',
    'GetItemCommand TOLD',
    'PutItemCommand TOLD',
    'GetItemCommand STUDY',
    `ListObjectVersionsCommand ${KEY}`,
    `GetObjectCommand ${KEY}`,
    'PutItemCommand STAGED',
    'BatchWriteItemCommand',
    'PutItemCommand STUDY',
    'Invoke the-statistics',
    'PutObjectCommand reports/rouen/patients.csv.txt',
    'PutObjectCommand reports/rouen/patients.csv.annotated.csv',
    'PutObjectCommand reports/rouen/patients.csv.json',
    `ListObjectVersionsCommand ${KEY}`,
    'UpdateItemCommand PENDING',
    'UpdateItemCommand TOLD',
    `Publish ${VERDICT_TOPICS}rouen`,
    'PutItemCommand TOLD',
  ]);
});
