import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyLatestPage } from '#cdk/commands/latest-page.ts';
import { LATEST_REPORT } from '#shared/storage/bucket-keys.ts';
import { payload } from './answer-of-function.ts';
import { answeringLambda } from './answering-clients.ts';
import { bucketWith, OUTPUTS } from './bucket-in-memory.ts';
import { terminalIn } from './terminal-in-memory.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
});
afterEach(() => rm(folder, { recursive: true }));

const PAGE = '<!doctype html><p>861 métastases</p>';

/** What is said where the function answers this, and the bucket holds that by then. */
function said(answer: object, objects: Readonly<Record<string, string>>, cache = folder) {
  const asked: object[] = [];
  const lambda = answeringLambda((_, input) => {
    asked.push(input);
    return { $metadata: {}, ...answer };
  });
  const { terminal } = terminalIn('en', { CTMRI_CACHE: cache });
  return { asked, sentence: copyLatestPage({ ...bucketWith(objects).bucket, lambda }, terminal) };
}

describe('the page that a start ends with', () => {
  it('is made, copied into the cache folder, and named there and in the bucket', async () => {
    const { asked, sentence } = said(payload({ id: '0a1b', written: 4 }), { [LATEST_REPORT]: PAGE });
    const path = join(folder, 'report.html');
    expect((await sentence).en).toBe(
      `The page of the results: ${path} (a copy of s3://the-bucket/results/latest.html)`,
    );
    expect((await sentence).fr).toContain(path);
    expect(await readFile(path, 'utf8')).toBe(PAGE);
    expect(asked).toEqual([{ FunctionName: OUTPUTS.ReportFunctionName, Payload: '{"source":"schedule"}' }]);
  });

  it.each([
    [
      'fails',
      { ...payload({ errorType: 'TypeError' }), FunctionError: 'Unhandled' },
      {},
      'could not be made (TypeError)',
    ],
    ['finds no whole result', payload({ id: null, written: 0 }), {}, 'There is no page yet'],
  ])('is said to be missing, in a sentence, where the function %s', async (_, answer, objects, words) => {
    expect((await said(answer, objects).sentence).en).toContain(words);
  });

  it('is said not to fit where the cache folder takes none', async () => {
    const { sentence } = said(
      payload({ id: '0a1b', written: 0 }),
      { [LATEST_REPORT]: PAGE },
      '/proc/nowhere',
    );
    expect((await sentence).en).toContain('/proc/nowhere cannot be made');
  });
});
