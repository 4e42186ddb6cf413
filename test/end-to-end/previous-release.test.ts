import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '#shared/reports/report.ts';
import { HEADS } from '#shared/storage/item-keys.ts';
import type { DeployedFunction } from '../localstack/deployed-function.ts';
import { runClock } from './clock.ts';
import { deployFunction, readFunction } from './deployed-functions.ts';
import {
  drop,
  dropCohort,
  eventually,
  outputs,
  type Published,
  published,
  publishedFrom,
  readReport,
} from './deployed-study.ts';
import { COHORT } from './local-computation.ts';
import { previousIngest, previousStatistics } from './previous-release.ts';
import { inputsOf, watchResults } from './published-history.ts';
import { emptyStudy } from './study-bucket.ts';
import { allItems, readHeads } from './study-table.ts';

const PAIRS = readFileSync(join(COHORT, 'caen', 'pairs.csv'), 'utf8');
const PATIENTS = readFileSync(join(COHORT, 'caen', 'patients.csv'), 'utf8');

/** This release's functions, which each deployment of the stack makes. */
const own: { statistics: DeployedFunction; ingest: DeployedFunction } = {
  statistics: await readFunction(outputs.StatisticsFunctionName),
  ingest: await readFunction(outputs.IngestFunctionName),
};
const { RULES = '', CODE_VERSION } = own.statistics.variables;

/** The tables in which no figure has another definition since; docs/CHANGED-FIGURES.md has the others. */
const SAME_DEFINITION = ['measures.csv', 'measure-histograms.csv'];

/** What the previous release left: its last reports, and its last result. */
let reports: readonly Report[];
let before: Published;

beforeAll(async () => {
  await emptyStudy();
  await deployFunction(outputs.StatisticsFunctionName, previousStatistics(own.statistics));
  await deployFunction(outputs.IngestFunctionName, previousIngest(own.ingest));
  const accepted = await dropCohort(COHORT, ['beaujon', 'caen']);
  before = await publishedFrom(accepted);
  // A version that is refused over one that counts, and a file whose rows another one has.
  const wrong = await drop('caen', 'pairs.csv', PAIRS.replace('2019-09-14', '2019-09-31'));
  const copy = await drop('caen', 'a-copy-of-patients.csv', PATIENTS);
  reports = [...accepted.filter(({ file }) => file !== wrong.file), wrong, copy];
});

afterAll(async () => {
  await deployFunction(outputs.StatisticsFunctionName, own.statistics);
  await deployFunction(outputs.IngestFunctionName, own.ingest);
  await emptyStudy();
});

describe('this release, deployed over a study that the previous one filled', () => {
  it('finds heads and reports that know no rules', async () => {
    expect(before.manifest.codeVersion).not.toBe(CODE_VERSION);
    expect(reports.filter(({ verdict }) => verdict === 'refused')).toHaveLength(2);
    expect(reports.map(({ rules }) => rules)).toEqual(reports.map(() => ''));
    const heads = (await allItems()).filter(({ pk }) => pk === HEADS);
    expect(heads.map((head) => head['form'])).toEqual([undefined, undefined]);
  });

  it('publishes from the same versions, the same figures where the definition is, and nothing in between', async () => {
    const publishedSince = await watchResults();
    await deployFunction(outputs.StatisticsFunctionName, own.statistics);
    // The functions are updated one after the other; until then the older ingest has nothing to say.
    expect(await runClock()).toMatchObject({ waitingFor: expect.arrayContaining([reports[0]?.file]) });
    await deployFunction(outputs.IngestFunctionName, own.ingest);
    await runClock();

    const after = await eventually('a result of this release', async () => {
      const latest = await published();
      return latest?.manifest.codeVersion === CODE_VERSION ? latest : undefined;
    });
    expect((await publishedSince()).map(({ id }) => id)).toEqual([after.manifest.id]);
    expect(inputsOf(after.manifest)).toEqual(inputsOf(before.manifest));
    expect(after.manifest.pending).toEqual([]);
    for (const table of SAME_DEFINITION) expect(after.tables.get(table)).toBe(before.tables.get(table));
  });

  it('has read every file again, and gives the same verdicts', async () => {
    const heads = (await allItems()).filter(({ pk }) => pk === HEADS);
    expect(heads.map((head) => head['form'])).toEqual([2, 2]);
    for (const { files } of await readHeads()) {
      for (const { rules, inForce } of Object.values(files)) {
        expect(rules).toBe(RULES);
        expect(inForce?.generation ?? 'none').toMatch(/^([0-9a-f]{16}|none)$/);
      }
    }
    for (const { file, verdict, versionId, rows, problems, stillInForce } of reports) {
      expect(await readReport(file)).toMatchObject({
        rules: RULES,
        verdict,
        versionId,
        rows,
        problemCount: problems.length,
        stillInForce: stillInForce && { versionId: stillInForce.versionId, rows: stillInForce.rows },
      });
    }
  });

  it('takes in the next file', async () => {
    const corrected = await drop('caen', 'pairs.csv', PAIRS.replace('2019-09-14', '2019-09-15'));
    expect(corrected).toMatchObject({ verdict: 'accepted', changes: { added: 0, changed: 1, removed: 0 } });
    const next = await publishedFrom([corrected]);
    expect(next.manifest.inputs).toHaveLength(before.manifest.inputs.length);
  });
});
