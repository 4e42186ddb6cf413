import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { showResult } from '#cdk/commands/results.ts';
import { reportFiles } from '#shared/result-report/report-files.ts';
import { resultFolder } from '#shared/storage/bucket-keys.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { bucketWith } from './bucket-in-memory.ts';
import { latestOf, objectsOf, resultOf } from './published-study.ts';
import { optionsOf, terminalIn } from './terminal-in-memory.ts';

const ID = 'a'.repeat(32);
const published = await resultOf(ID, { rows: rowsOfCentres(cohortFiles('thesis')) });
const FOLDER = resultFolder(ID);
const stored = objectsOf(published);
const made = reportFiles(stored[`${FOLDER}tables.json`] ?? '', stored[`${FOLDER}manifest.json`] ?? '');
const report = Object.fromEntries(
  [...made, ['figures/one.fr.svg', '<svg/>'] as const].map(([name, text]) => [FOLDER + name, text]),
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'results-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function shown(
  objects: Readonly<Record<string, string>>,
  options: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { terminal, printed } = terminalIn('en');
  const { bucket } = bucketWith({ ...objects, ...latestOf(published) });
  await showResult(bucket, { positionals: [], ...optionsOf(options) }, terminal);
  return printed();
}

describe('ctmri results', () => {
  it('downloads the page and the figures with the tables, each by its name', async () => {
    await shown({ ...stored, ...report }, { out: folder });
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
    const expected = { ...stored, ...report };
    expect(files.toSorted()).toEqual(
      Object.keys(expected)
        .map((key) => key.slice(FOLDER.length))
        .toSorted(),
    );
    for (const file of files)
      expect(await readFile(join(folder, file), 'utf8')).toBe(expected[FOLDER + file]);
  });

  it('downloads what is there where the report is not made yet', async () => {
    await shown(stored, { out: folder });
    expect(await readdir(folder)).toHaveLength(Object.keys(stored).length);
  });

  it.each([{}, { json: 'true' }])(
    'shows the same with %j, whether there is a report or not',
    async (options) => {
      const without = await shown(stored, options);
      expect(without.length).toBeGreaterThan(100);
      expect(await shown({ ...stored, ...report }, options)).toBe(without);
    },
  );

  it.each([{}, { json: 'true' }])(
    'says with %j that a result was cleared, and writes nothing',
    async (options) => {
      const left = { [`${FOLDER}manifest.json`]: stored[`${FOLDER}manifest.json`] ?? '' };
      await expect(shown(left, { ...options, out: folder })).rejects.toThrow('was cleared after 7 days');
      expect(await readdir(folder)).toEqual([]);
    },
  );
});
