import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showSampleResult } from '#cdk/commands/sample-study.ts';
import { examinationRules } from '#cdk/examination-rules.ts';
import { studySettingsSchema } from '#shared/protocol/study-settings.ts';
import { terminalIn } from '#test/commands/terminal-in-memory.ts';
import { atRest, runsAreOver } from './at-rest.ts';
import { runClock } from './clock.ts';
import { readFunction, withVariables } from './deployed-functions.ts';
import {
  drop,
  dropCohort,
  eventually,
  lambda,
  outputs,
  type Published,
  published,
  publishedFrom,
  publishedWithout,
  readReport,
  s3,
} from './deployed-study.ts';
import { COHORT } from './local-computation.ts';
import { inputsOf, watchResults } from './published-history.ts';
import { emptyStudy } from './study-bucket.ts';

const { CENTRES = '', STUDY_SETTINGS = '' } = (await readFunction(outputs.StatisticsFunctionName)).variables;
const CAEN = ['lesions', 'pairs', 'patients'].map((table) => `uploads/caen/${table}.csv`);

let before: Published;

beforeAll(async () => {
  await emptyStudy();
  before = await publishedFrom(await dropCohort(COHORT, ['beaujon', 'caen']));
  await atRest();
});

afterAll(emptyStudy);

/** Waits until this very result is the latest one again. */
const publishedAgain = (result: Published): Promise<true> =>
  eventually('the result of before', async () =>
    (await published())?.manifest.id === result.manifest.id ? true : undefined,
  );

describe('a centre that is taken out of the configuration', () => {
  it('leaves the study with all its files at once, and is told so', async () => {
    const publishedSince = await watchResults();
    const others = CENTRES.split(',').filter((centre) => centre !== 'caen');
    await withVariables({ CENTRES: others.join(',') }, async () => {
      expect(await runClock()).toEqual({ waitingFor: CAEN });
      const without = await publishedWithout('uploads/caen/patients.csv');
      expect(inputsOf(without.manifest)).toEqual(
        inputsOf(before.manifest).filter((input) => !input.startsWith('uploads/caen/')),
      );
      expect((await publishedSince()).map(({ id }) => id)).toEqual([without.manifest.id]);
      // npm start, where the study were empty: the sample needs the centre.
      const { terminal, reported } = terminalIn('en');
      expect(await showSampleResult({ s3, lambda, outputs }, terminal)).toBe(false);
      expect(reported()).toMatch(/of which "centres" in cdk\.json lacks caen/);
      for (const key of CAEN) {
        expect(await readReport(key)).toMatchObject({
          verdict: 'refused',
          problems: [{ code: 'UNKNOWN_CENTRE', value: 'caen' }],
          stillInForce: null,
        });
      }
      await runsAreOver();
    });
  });

  it('is back as it was when the configuration names it again', async () => {
    const publishedSince = await watchResults();
    expect(await runClock()).toEqual({ waitingFor: CAEN });
    await publishedAgain(before);
    expect((await publishedSince()).map(({ id }) => id)).toEqual([before.manifest.id]);
    expect(await published()).toEqual(before);
    for (const key of CAEN) expect(await readReport(key)).toMatchObject({ verdict: 'accepted' });
  });
});

describe('a board period without an end', () => {
  /** A patient of Lille as an upload of his own, seen in the spring of 2024. */
  const of2024 = (table: string) => {
    const lines = readFileSync(join(COHORT, 'lille', table), 'utf8').split('\n');
    const his = lines.filter((line, row) => row === 0 || line.startsWith('004,'));
    return his.join('\n').replace(/2019-(\d\d-\d\d)/g, '2024-$1');
  };
  const settings = studySettingsSchema.parse({
    ...JSON.parse(STUDY_SETTINGS),
    boardPeriod: { from: '2016-01-01', to: null },
  });
  const sifted = ({ manifest: { patients } }: Published) => ({
    screened: patients.screened,
    outside: patients.excluded.find(({ reason }) => reason === 'board_date_outside_period')?.patients,
    included: patients.included,
  });

  it('lets in a patient of 2024, whom his centre was told to be outside the period', async () => {
    const warned = await drop('lille', 'patients.csv', of2024('patients.csv'));
    expect(warned).toMatchObject({
      verdict: 'accepted',
      warnings: [{ code: 'BOARD_DATE_OUTSIDE_PERIOD', value: '2024-07-18' }],
    });
    const without = await publishedFrom([warned, await drop('lille', 'pairs.csv', of2024('pairs.csv'))]);
    expect(sifted(without)).toEqual({ screened: 29, outside: 5, included: 16 });

    const variables = { STUDY_SETTINGS: JSON.stringify(settings), RULES: examinationRules(settings) };
    await withVariables(variables, async () => {
      await runClock();
      const within = await eventually('a result of these settings', async () => {
        const latest = await published();
        return latest?.manifest.id !== without.manifest.id ? latest : undefined;
      });
      expect(within.manifest.protocol).toMatchObject({ boardPeriod: settings.boardPeriod });
      // Another patient is of 2022; those of 2015 stay out.
      expect(sifted(within)).toEqual({ screened: 29, outside: 3, included: 18 });
      expect(await readReport(warned.file)).toMatchObject({ verdict: 'accepted', warnings: [] });
    });
    await runClock();
    await publishedAgain(without);
  });
});
