import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { LATEST_RESULT, reportKeys, resultFolder } from '#shared/storage/bucket-keys.ts';
import { hintMessage } from '#shared/storage/upload-hint.ts';
import { atRest } from './at-rest.ts';
import { withClockTicking } from './clock.ts';
import {
  drop,
  dropCohort,
  eventually,
  lambda,
  outputs,
  overwrite,
  published,
  publishedFrom,
  readHead,
  readReport,
  readText,
} from './deployed-study.ts';
import { functionLogs } from './function-logs.ts';
import { COHORT } from './local-computation.ts';
import { emptied, send, taken, withAttempts } from './queues.ts';
import { withoutEvents } from './study-bucket.ts';

const PATIENTS = readFileSync(join(COHORT, 'lille', 'patients.csv'), 'utf8');
const KEY = 'uploads/lille/patients.csv';

const runStatistics = (payload: object) =>
  lambda.send(
    new InvokeCommand({
      FunctionName: outputs.StatisticsFunctionName,
      Payload: JSON.stringify(payload),
      LogType: 'Tail',
    }),
  );

beforeAll(async () => {
  await publishedFrom(await dropCohort(COHORT));
  await atRest();
});

describe('events that are not what they seem', () => {
  it('change nothing when they come twice', async () => {
    const before = { head: await readHead('lille'), report: await readText(reportKeys(KEY).json) };
    const latest = await readText(LATEST_RESULT);
    await send(outputs.UploadQueueUrl, hintMessage(KEY));
    await send(outputs.UploadQueueUrl, hintMessage(KEY));
    await emptied(outputs.UploadQueueUrl);
    expect({ head: await readHead('lille'), report: await readText(reportKeys(KEY).json) }).toEqual(before);
    expect(await readText(LATEST_RESULT)).toEqual(latest);
  });

  it('change nothing when they name a key that never was', async () => {
    await send(outputs.UploadQueueUrl, hintMessage('uploads/lille/never.csv'));
    await emptied(outputs.UploadQueueUrl);
    expect(await readReport('uploads/lille/never.csv')).toBeUndefined();
  });

  it('end in the dead-letter queue when they are no events at all', async () => {
    await withAttempts(outputs.UploadQueueUrl, 2, async () => {
      await send(outputs.UploadQueueUrl, 'not an event');
      expect(await taken(outputs.DeadLetterQueueUrl)).toBe('not an event');
    });
  });

  it('end in the failure queue when statistics cannot understand them', async () => {
    await lambda.send(
      new InvokeCommand({
        FunctionName: outputs.StatisticsFunctionName,
        InvocationType: 'Event',
        Payload: JSON.stringify({ source: 'nobody' }),
      }),
    );
    expect(JSON.parse(await taken(outputs.StatisticsFailureQueueUrl))).toMatchObject({
      requestPayload: { source: 'nobody' },
    });
  });
});

describe('the clock', () => {
  it('brings in an upload whose event was lost', async () => {
    await withoutEvents(() => overwrite(KEY, PATIENTS));
    await emptied(outputs.UploadQueueUrl);
    const before = await readReport(KEY);

    await withClockTicking(async () => {
      const after = await eventually('the report on the lost upload', async () => {
        const report = await readReport(KEY);
        return report?.versionId !== before?.versionId ? report : undefined;
      });
      expect(after).toMatchObject({ verdict: 'accepted', rows: before?.rows });
      await publishedFrom([after]);
    });
  });

  it('publishes the same result again when nothing changed', async () => {
    const before = await readText(LATEST_RESULT);
    const { Payload } = await runStatistics({ source: 'schedule' });
    const id = (await published())?.manifest.id;
    expect(JSON.parse(Payload?.transformToString() ?? '')).toEqual({ id });
    expect(await readText(LATEST_RESULT)).toEqual(before);
  });

  it('says so when a published table differs from its recomputation, and sets it right', async () => {
    const id = (await published())?.manifest.id ?? '';
    const key = `${resultFolder(id)}counts.csv`;
    const original = (await readText(key))?.text ?? '';
    await overwrite(key, `${original}tampered\n`);
    const { LogResult = '' } = await runStatistics({ source: 'schedule' });
    // The line that the alarm's metric counts.
    expect(Buffer.from(LogResult, 'base64').toString()).toMatch(
      new RegExp(`\\{"event":"published-result-differs",.*"id":"${id}","file":"counts\\.csv"\\}`),
    );
    expect((await readText(key))?.text).toBe(original);
  });
});

describe('the logs', () => {
  it('hold no patient id and no cell of a refused file', async () => {
    const report = await drop('lille', 'patients.csv', PATIENTS.replace(/^(\w+),M,/m, 'Zz-secret-9,Q,'));
    expect(report).toMatchObject({ verdict: 'refused', problems: [{ column: 'sex', value: 'Q' }] });
    await drop('lille', 'patients.csv', PATIENTS);
    const lines = [
      ...(await functionLogs(outputs.IngestFunctionName)),
      ...(await functionLogs(outputs.StatisticsFunctionName)),
      ...(await functionLogs(outputs.ReportFunctionName)),
    ];
    expect(lines.some((line) => line.includes('"refused"') && line.includes(KEY))).toBe(true);
    expect(lines.filter((line) => line.includes('Zz-secret-9'))).toEqual([]);
  });
});
