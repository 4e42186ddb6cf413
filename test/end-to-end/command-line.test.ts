import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { MANIFEST_FILE } from '#shared/storage/bucket-keys.ts';
import { hintMessage } from '#shared/storage/upload-hint.ts';
import { ctmri } from './ctmri.ts';
import { dropCohort, outputs, published, publishedFrom } from './deployed-study.ts';
import { COHORT, computeLocally } from './local-computation.ts';
import { emptied, send } from './queues.ts';

const folder = mkdtempSync(join(tmpdir(), 'ctmri-command-'));
const LESIONS = readFileSync(join(COHORT, 'rouen', 'lesions.csv'), 'utf8');

beforeAll(async () => {
  await publishedFrom(await dropCohort(COHORT));
});

describe('ctmri', () => {
  it('uploads a file, waits for the verdict and prints the report', async () => {
    const ended = await ctmri('upload', 'rouen', join(COHORT, 'rouen', 'lesions.csv'));
    expect(ended).toMatchObject({ exitCode: 0, printed: expect.stringMatching(/ACCEPTÉ .*ACCEPTED /s) });
  });

  it('exits with 1 when the file is refused, and prints the problem with its place', async () => {
    const file = join(folder, 'lesions.csv');
    writeFileSync(file, LESIONS.replace('right', 'middle'));
    const ended = await ctmri('upload', 'rouen', file);
    expect(ended.exitCode).toBe(1);
    expect(ended.printed).toMatch(/«.middle.», ligne.3 .*“middle”, line 3 /s);
    await ctmri('upload', 'rouen', join(COHORT, 'rouen', 'lesions.csv'));
  });

  it('downloads the latest results and prints Table 4 and the tests', async () => {
    const out = join(folder, 'out');
    const ended = await ctmri('results', '--out', out);
    expect(ended.exitCode).toBe(0);
    expect(ended.printed).toMatch(/IRM diffusion\s+│\s+861 │\s+15,1 │/);
    // The report may be there by now, or not yet.
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining([...Object.keys(computeLocally(COHORT)), MANIFEST_FILE]),
    );
  });

  it('says in a sentence what is wrong with a call', async () => {
    expect(await ctmri('uplaod')).toMatchObject({ exitCode: 2, reported: expect.stringContaining('uplaod') });
    expect(await ctmri('upload', 'rouen')).toMatchObject({ exitCode: 2 });
    const absent = await ctmri('upload', 'rouen', join(folder, 'absent.csv'));
    expect(absent.exitCode).toBe(3);
    expect(absent.reported).toContain('absent.csv');
    expect(absent.reported).not.toContain('    at ');
  });
});

describe('an operator', () => {
  it('runs the nightly computation now', async () => {
    const { exitCode, printed } = await ctmri('recompute', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(printed)).toEqual({ id: (await published())?.manifest.id });
  });

  it('takes up what was given up', async () => {
    const key = 'uploads/rouen/lesions.csv';
    await send(outputs.DeadLetterQueueUrl, hintMessage(key));
    await send(outputs.StatisticsFailureQueueUrl, '{}');
    const { exitCode, printed } = await ctmri('redrive', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({
      uploads: { moved: 1, keys: [key] },
      statistics: { id: (await published())?.manifest.id },
      report: { retried: 0 },
    });
    await emptied(outputs.UploadQueueUrl);
    await emptied(outputs.DeadLetterQueueUrl);
    await emptied(outputs.StatisticsFailureQueueUrl);
  });
});
