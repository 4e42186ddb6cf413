import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runReport } from '#cdk/commands/report-run.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { reportFiles } from '#shared/result-report/report-files.ts';
import { LATEST_REPORT, MANIFEST_FILE, REPORT_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import { runClock } from './clock.ts';
import {
  drop,
  dropCohort,
  eventually,
  lambda,
  outputs,
  overwrite,
  type Published,
  published,
  publishedFrom,
  readText,
  remove,
  silently,
} from './deployed-study.ts';
import { functionLogs } from './function-logs.ts';
import { COHORT } from './local-computation.ts';

const askReport = () =>
  runReport({ lambda, functionName: outputs.ReportFunctionName, pollMilliseconds: 300 }, silently());

/** What must lie in the folder of a result, from its own tables and manifest. */
async function reportOf({ manifest: { id } }: Published): Promise<ReadonlyMap<string, string>> {
  const text = async (name: string) => (await readText(resultFolder(id) + name))?.text ?? '';
  return reportFiles(await text(TABLES_FILE), await text(MANIFEST_FILE));
}

/** Waits until everybody is shown the page of this result. */
async function shows(result: Published): Promise<void> {
  const page = (await reportOf(result)).get(REPORT_FILE);
  await eventually('the page of the latest result', async () =>
    (await readText(LATEST_REPORT))?.text === page ? true : undefined,
  );
}

describe('the report of a deployed study', () => {
  let result: Published;
  beforeAll(async () => {
    result = await publishedFrom(await dropCohort(COHORT));
    // Other uploads of the cohort may still lead to results of their own.
    await runClock();
    result = (await published()) ?? result;
  });

  it('appears by itself beside the tables, and is to the byte what is made of them here', async () => {
    await shows(result);
    const files = await reportOf(result);
    expect(files.size).toBeGreaterThan(0);
    for (const [name, content] of files) {
      expect((await readText(resultFolder(result.manifest.id) + name))?.text === content, name).toBe(true);
    }
  });

  it('follows an upload', async () => {
    const report = await drop(
      'rouen',
      'lesions.csv',
      readFileSync(join(COHORT, 'rouen', 'lesions.csv'), 'utf8'),
    );
    const next = await publishedFrom([report]);
    expect(next.manifest.id).not.toBe(result.manifest.id);
    await shows(next);
    result = next;
  });

  it('comes back where it was deleted, and as it was where it was written over', async () => {
    const page = resultFolder(result.manifest.id) + REPORT_FILE;
    await remove(page);
    await overwrite(LATEST_REPORT, '<p>another study</p>');
    expect(await askReport()).toEqual({ id: result.manifest.id, written: 2 });
    expect((await readText(page))?.text).toBe((await reportOf(result)).get(REPORT_FILE));
    await shows(result);
    expect(await askReport()).toEqual({ id: result.manifest.id, written: 0 });
  });

  it('comes back by the clock’s run of statistics as well', async () => {
    await remove(LATEST_REPORT);
    expect(await runClock()).toEqual({ id: result.manifest.id });
    await shows(result);
  });

  it('is made without a word of it in the log', async () => {
    const lines = await functionLogs(outputs.ReportFunctionName);
    const own = lines.flatMap((line) => line.match(/\{"event".*$/)?.[0] ?? []);
    expect(own.length).toBeGreaterThan(0);
    for (const line of own) {
      expect(Object.keys(JSON.parse(line)).filter((name) => !FIELDS.includes(name))).toEqual([]);
    }
  });
});

const FIELDS = [
  ...['event', 'requestId', 'id', 'files', 'milliseconds', 'written', 'file'],
  // Its one metric, as CloudWatch wants it.
  ...['ResultAgeMilliseconds', '_aws'],
];
