import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPECTED_TABLES, type TableName } from '#shared/tables/tables.ts';
import { ctmri } from './ctmri.ts';
import {
  drop,
  dropCohort,
  eventually,
  outputs,
  type Published,
  published,
  publishedFrom,
  readReport,
  remove,
} from './deployed-study.ts';
import { COHORT, computeLocally } from './local-computation.ts';
import { placesWith } from './mentions.ts';
import { emptied } from './queues.ts';
import { emptyStudy } from './study-bucket.ts';

/** A pseudonym that stands in nothing else; it is patient 003 of Caen who has it here. */
const PATIENT = 'Zq-erased-7';
const hisLine = /^003,.*\n/gm;
const read = (table: TableName) => readFileSync(join(COHORT, 'caen', `${table}.csv`), 'utf8');
const withHim = (table: TableName) => read(table).replace(/^003,/gm, `${PATIENT},`);
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));

let before: Published;

beforeAll(async () => {
  await emptyStudy();
  const accepted = [...(await dropCohort(COHORT, ['beaujon']))];
  for (const table of EXPECTED_TABLES) accepted.push(await drop('caen', `${table}.csv`, withHim(table)));
  before = await publishedFrom(accepted);
  // Everything else by which a pseudonym gets somewhere: refused, in another encoding, in the way of another file, deleted.
  await drop('caen', 'lesions.csv', withHim('lesions').replace('right', PATIENT));
  await drop('caen', 'as-text.csv', utf16(withHim('pairs')));
  await drop('caen/2019', 'pairs.csv', withHim('pairs'));
  const copy = await drop('caen', 'copy.csv', withHim('patients'));
  await remove(copy.file);
  await eventually('the withdrawal of the copy', async () =>
    (await readReport(copy.file))?.verdict === 'withdrawn' ? true : undefined,
  );
  await emptied(outputs.UploadQueueUrl);
});

afterAll(emptyStudy);

/** The tables of the same study without him. */
function computedWithoutHim(): Readonly<Record<string, string>> {
  const cohort = mkdtempSync(join(tmpdir(), 'ctmri-without-'));
  cpSync(join(COHORT, 'beaujon'), join(cohort, 'beaujon'), { recursive: true });
  mkdirSync(join(cohort, 'caen'));
  for (const table of EXPECTED_TABLES) {
    writeFileSync(join(cohort, 'caen', `${table}.csv`), read(table).replace(hisLine, ''));
  }
  return computeLocally(cohort);
}

describe('a patient who is erased', () => {
  it('stands in files, their older versions, reports and rows before', async () => {
    const places = (await placesWith(PATIENT)).map((place) => place.replace(/#.*/, ''));
    expect([...new Set(places)].toSorted()).toEqual([
      'item ROWS',
      'object reports/caen/as-text.csv.annotated.csv',
      'object reports/caen/as-text.csv.json',
      'object reports/caen/as-text.csv.txt',
      'object reports/caen/copy.csv.annotated.csv',
      'object reports/caen/copy.csv.json',
      'object reports/caen/copy.csv.txt',
      'object reports/caen/lesions.csv.annotated.csv',
      'object reports/caen/lesions.csv.json',
      'object reports/caen/lesions.csv.txt',
      'object reports/caen/pairs.csv.annotated.csv',
      'object reports/caen/patients.csv.annotated.csv',
      'object uploads/caen/2019/pairs.csv',
      'object uploads/caen/as-text.csv',
      'object uploads/caen/copy.csv',
      'object uploads/caen/lesions.csv',
      'object uploads/caen/pairs.csv',
      'object uploads/caen/patients.csv',
    ]);
  });

  it('stands nowhere afterwards: in no version, item, report, log or message', async () => {
    const { exitCode, printed } = await ctmri(
      ...['erase', 'caen', '--patient', PATIENT, '--yes', '--by', 'the tests', '--json'],
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ complete: true, frozen: [], left: { uploads: [] } });
    expect(await placesWith(PATIENT)).toEqual([]);
  });

  it('leaves the study of all others, to the byte', async () => {
    const after = await eventually('a result without him', async () => {
      const latest = await published();
      return latest?.manifest.patients.screened === before.manifest.patients.screened - 1
        ? latest
        : undefined;
    });
    expect(Object.fromEntries(after.tables)).toEqual(computedWithoutHim());
  });

  it('is not found a second time', async () => {
    const again = await ctmri('erase', 'caen', '--patient', PATIENT);
    expect(again.exitCode).toBe(1);
  });
});
