import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportReader } from '#functions/ingest/report-store.ts';
import { identityReader } from '#functions/storage/object-identity.ts';
import { LATEST_RESULT, reportKeys } from '#shared/storage/bucket-keys.ts';
import { headKey, rowsPartition, toldKey } from '#shared/storage/item-keys.ts';
import { atRest } from './at-rest.ts';
import { runClock } from './clock.ts';
import {
  drop,
  dropCohort,
  eventually,
  outputs,
  overwrite,
  type Published,
  published,
  publishedFrom,
  readText,
  remove,
  s3,
} from './deployed-study.ts';
import { functionLogs } from './function-logs.ts';
import { COHORT } from './local-computation.ts';
import { watchResults } from './published-history.ts';
import { emptyStudy } from './study-bucket.ts';
import { allItems, deleteItems, putItems, readHeads, restoreItems } from './study-table.ts';

const LESIONS = readFileSync(join(COHORT, 'caen', 'lesions.csv'), 'utf8');
const KEY = 'uploads/caen/lesions.csv';

/** As ingest reads it: nothing where it is not what was written. */
const readTrueReport = reportReader({ readText, readIdentity: identityReader(s3, outputs.BucketName) });

let before: Published;

beforeAll(async () => {
  await emptyStudy();
  before = await publishedFrom(await dropCohort(COHORT, ['beaujon', 'caen']));
});

afterAll(emptyStudy);

/** Loses something of the table; expects the clock to bring it back, and no other result than the one before on the way. */
async function loses(what: () => Promise<void>, brings: readonly string[]): Promise<void> {
  await atRest();
  const publishedSince = await watchResults();
  const whole = await contents();
  await what();
  expect(await runClock()).toEqual({ waitingFor: brings });
  const backWithout = (missing: ReadonlySet<string>) =>
    eventually('the table as it was', async () =>
      whole.difference(missing).isSubsetOf(await contents()) ? true : undefined,
    );
  await backWithout(new Set([TOLD_RESULT]));
  // The next run by the clock asks for the report, which also notes again which result was told.
  expect(await runClock()).toEqual({ id: before.manifest.id });
  await backWithout(new Set());
  expect(await publishedSince()).toEqual([]);
  expect(await published()).toEqual(before);
}

/** Every item of the table, and every file of every head with what is in force of it. */
async function contents(): Promise<ReadonlySet<string>> {
  const items = await allItems();
  const files = (await readHeads()).flatMap((head) => Object.entries(head.files));
  return new Set([
    ...items.map(({ pk, sk }) => `${pk} ${sk}`),
    ...files.map(([key, { versionId, inForce }]) => `${key} ${versionId} ${inForce?.generation}`),
  ]);
}

const TOLD_RESULT = `${toldKey(LATEST_RESULT).pk} ${toldKey(LATEST_RESULT).sk}`;

const itemsIn = async (partition: string) => (await allItems()).filter(({ pk }) => pk === partition);

/** The file in force at a key. */
async function inForce(key: string) {
  for (const { centre, files } of await readHeads()) {
    const file = files[key]?.inForce;
    if (file) return { ...file, centre, key };
  }
  throw new Error(`nothing is in force at ${key}`);
}

const ALL = ['beaujon', 'caen'].flatMap((centre) =>
  ['lesions', 'pairs', 'patients'].map((table) => `uploads/${centre}/${table}.csv`),
);

describe('the night brings back', () => {
  it('every item of the table', async () => {
    await loses(async () => deleteItems(await allItems()), ALL);
  });

  it('the rows of one file', async () => {
    const rows = await itemsIn(rowsPartition(await inForce(KEY)));
    expect(rows).toHaveLength(7);
    await loses(() => deleteItems(rows), [KEY]);
  });

  it('the head of one centre', async () => {
    const ofCentre = ALL.filter((key) => key.startsWith('uploads/caen/'));
    await loses(() => deleteItems([headKey('caen')]), ofCentre);
  });

  it('an item that is no head any more, and names its centre', async () => {
    const ofCentre = ALL.filter((key) => key.startsWith('uploads/caen/'));
    await loses(() => putItems([{ ...headKey('caen') }]), ofCentre);
    const lines = await functionLogs(outputs.StatisticsFunctionName);
    expect(lines.join('\n')).toMatch(/"event":"head-damaged",.*"centre":"caen"/);
  });

  it('what came after the copy of the table that was restored', async () => {
    await atRest();
    const copy = await allItems();
    const corrected = await drop('caen', 'lesions.csv', LESIONS.replace('18.1', '18.2'));
    before = await publishedFrom([corrected]);
    await loses(() => restoreItems(copy), [KEY]);
  });
});

it('a row that is none any more keeps no verdict from whoever sends the file again', async () => {
  await atRest();
  const [row] = await itemsIn(rowsPartition(await inForce(KEY)));
  if (row === undefined) throw new Error(`${KEY} has no row`);
  await putItems([{ ...row, side: 'of no kind' }]);
  const report = await drop('caen', 'lesions.csv', LESIONS);
  expect(report).toMatchObject({ verdict: 'accepted', changes: null });
  await publishedFrom([report]);
});

it('reports that were deleted or altered, of withdrawn files too, are written anew by the night', async () => {
  const [pairs, patients, gone] = [
    'uploads/caen/pairs.csv',
    'uploads/caen/patients.csv',
    'uploads/caen/gone.csv',
  ] as const;
  const verdicts = () =>
    Promise.all([pairs, patients, gone].map(async (key) => (await readTrueReport(key)).report?.verdict));
  await drop('caen', 'gone.csv', 'no table of the study');
  await remove(gone);
  const were = ['accepted', 'accepted', 'withdrawn'];
  const asTheyWere = async () => (isDeepStrictEqual(await verdicts(), were) ? true : undefined);
  await eventually('a withdrawal', asTheyWere);
  await atRest();
  await remove(reportKeys(pairs).json);
  await overwrite(reportKeys(patients).text, 'by hand');
  await overwrite(reportKeys(gone).json, (await readText(reportKeys(patients).json))?.text ?? '');
  expect(await verdicts()).toEqual([undefined, undefined, undefined]);
  await runClock();
  await eventually('true reports', asTheyWere);
});
