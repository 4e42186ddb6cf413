import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headKey } from '#shared/storage/item-keys.ts';
import { runClock } from './clock.ts';
import { drop, eventually, outputs, publishedFrom, readReport, remove } from './deployed-study.ts';
import { functionLogs } from './function-logs.ts';
import { COHORT } from './local-computation.ts';
import { emptied } from './queues.ts';
import { emptyStudy } from './study-bucket.ts';
import { allItems, putItems } from './study-table.ts';

const FILES = 9;
const [HEADER = '', ROW = ''] = readFileSync(join(COHORT, 'caen', 'patients.csv'), 'utf8').split('\n');
const patients = (...numbers: readonly number[]) =>
  [HEADER, ...numbers.map((number) => ROW.replace(/^[^,]*/, `p${number}`)), ''].join('\n');

beforeAll(emptyStudy);
afterAll(emptyStudy);

it('each of many files that are freed at once is looked at once, and once more for its report', async () => {
  const numbers = [...Array(FILES).keys()];
  const inTheWay = await drop('caen', 'in-the-way.csv', patients(...numbers));
  // S3 tells the age of a file in whole seconds.
  await sleep(1000);
  const refused = await Promise.all(
    numbers.map((number) => drop('caen', `f${number}.csv`, patients(number))),
  );
  expect(refused.map(({ verdict }) => verdict)).toEqual(numbers.map(() => 'refused'));
  await emptied(outputs.UploadQueueUrl);
  const before = await looksAtFreed();
  await remove(inTheWay.file);
  await eventually('every file accepted', async () => {
    const reports = await Promise.all(refused.map(({ file }) => readReport(file)));
    return reports.every((report) => report?.verdict === 'accepted') ? true : undefined;
  });
  await publishedFrom(refused);
  await emptied(outputs.UploadQueueUrl);
  const looks = (await looksAtFreed()) - before;
  expect(looks).toBeGreaterThanOrEqual(FILES);
  // One more for each, where two runs of statistics ask for it: not so many squared.
  expect(looks).toBeLessThanOrEqual(3 * FILES);
});

/** How often ingest has looked at those files. */
const looksAtFreed = async (): Promise<number> =>
  (await functionLogs(outputs.IngestFunctionName)).filter((line) =>
    /"event":"upload",.*"key":"uploads\/caen\/f\d+\.csv"/.test(line),
  ).length;

it('a run under which the files change all the time leaves the work to a newer one, without an error', async () => {
  let isOver = false;
  const moving = (async () => {
    while (!isOver) {
      const head = (await allItems()).find(
        ({ pk, sk }) => pk === headKey('caen').pk && sk === headKey('caen').sk,
      );
      if (head !== undefined) await putItems([{ ...head, version: Number(head['version']) + 1 }]);
    }
  })();
  try {
    expect(await runClock()).toEqual({ overtaken: true });
  } finally {
    isOver = true;
    await moving;
  }
  await eventually('a result', async () => {
    const answer = await runClock();
    return 'id' in answer ? answer : undefined;
  });
});
