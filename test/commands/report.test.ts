import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compute } from '#cdk/commands/compute.ts';
import { reportFiles } from '#shared/result-report/report-files.ts';
import { REPORT_FILE } from '#shared/storage/bucket-keys.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { ctmri } from './called.ts';
import { optionsOf, terminalIn } from './terminal-in-memory.ts';

let computed: string;
beforeAll(async () => {
  computed = await mkdtemp(join(tmpdir(), 'report-of-'));
  const call = {
    positionals: [join(SAMPLE_COHORTS_FOLDER, 'two-patients')],
    ...optionsOf({ out: computed }),
  };
  await compute.run(call, terminalIn('en').terminal);
});
afterAll(() => rm(computed, { recursive: true }));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});
afterEach(() => rm(folder, { recursive: true }));

const read = (...path: readonly string[]) => readFile(join(...path), 'utf8');
/** What the report function makes of the same two texts. */
const expected = async () =>
  new Map(reportFiles(await read(computed, 'tables.json'), await read(computed, 'manifest.json')));

/** A copy of the result, one file of which is written over, or is gone. */
async function copyWith(name: string, content?: string): Promise<string> {
  const copy = join(folder, 'copy');
  await cp(computed, copy, { recursive: true });
  await (content === undefined ? rm(join(copy, name)) : writeFile(join(copy, name), content));
  return copy;
}

describe('ctmri report', () => {
  it('writes the very page that the Lambda writes, and says where, in a folder that is made', async () => {
    const out = join(folder, 'new/page.html');
    const { exitCode, printed } = await ctmri('report', computed, '--out', out);
    expect([exitCode, printed]).toEqual([0, out]);
    expect(await read(out)).toBe((await expected()).get(REPORT_FILE));
    expect(await readdir(join(folder, 'new'))).toEqual(['page.html']);
  });

  it('writes the other files by their names where --figures says', async () => {
    const figures = join(folder, 'figures-of-it');
    const { exitCode } = await ctmri(
      'report',
      computed,
      '--out',
      join(folder, 'a.html'),
      '--figures',
      figures,
    );
    const files = await expected();
    files.delete(REPORT_FILE);
    const entries = await readdir(figures, { recursive: true, withFileTypes: true });
    expect([exitCode, entries.filter((entry) => entry.isFile()).length]).toEqual([0, files.size]);
    for (const [name, content] of files) expect(await read(figures, name)).toBe(content);
  });

  it('lists the centres’ files only where that is asked for', async () => {
    const key = JSON.parse(await read(computed, 'manifest.json')).inputs[0].key;
    const [without, withFiles] = [join(folder, 'a.html'), join(folder, 'b.html')];
    await ctmri('report', computed, '--out', without);
    await ctmri('report', computed, '--out', withFiles, '--with-files');
    expect(await read(without)).not.toContain(key);
    expect(await read(withFiles)).toContain(key);
  });

  it('may be called again over its own page', async () => {
    const out = join(folder, 'page.html');
    for (let time = 0; time < 2; time++)
      expect((await ctmri('report', computed, '--out', out)).exitCode).toBe(0);
  });
});

describe('ctmri report says what is wrong, and writes nothing', () => {
  const failed = async (from: string, out = join(folder, 'page.html')) => {
    const { exitCode, reported } = await ctmri('report', from, '--out', out, '--lang', 'en');
    expect(exitCode).toBe(3);
    expect(await readdir(folder)).not.toContain('page.html');
    return reported;
  };

  it.each(['tables.json', 'manifest.json'])('of a folder without %s', async (name) => {
    expect(await failed(await copyWith(name))).toContain(`There is no ${name} in `);
  });

  it('of a folder that is not there, and of a file in its place', async () => {
    expect(await failed(join(folder, 'nowhere'))).toContain('There is no tables.json in ');
    expect(await failed(join(computed, 'tables.json'))).toContain('is not a folder');
  });

  it.each([
    ['tables.json', '{"tables": ['],
    ['tables.json', '{"tables": [{}]}'],
    ['manifest.json', '{}'],
  ])('of %s that holds %s', async (name, content) => {
    expect(await failed(await copyWith(name, content))).toContain('is not what the study publishes');
  });

  it('of tables of another result than the manifest’s', async () => {
    const other = (await read(computed, 'tables.json')).replace('"tables"', ' "tables"');
    expect(await failed(await copyWith('tables.json', other))).toContain(
      'is not the one that manifest.json names',
    );
  });

  it('of a page whose name is a folder’s, or lies in a file', async () => {
    await mkdir(join(folder, 'taken.html'));
    expect(await failed(computed, join(folder, 'taken.html'))).toContain('is a folder, not a file');
    expect(await failed(computed, join(computed, 'counts.csv/page.html'))).toContain(
      'is a file, not a folder',
    );
  });

  it.each([
    [[]],
    [['results']],
    [['results', '--out', 'thesis.docx']],
    [['results', '--out', '.html']],
    [['results', 'others', '--out', 'page.html']],
  ])('%j is a wrong call', async (words) => {
    const { exitCode, reported } = await ctmri('report', ...words, '--lang', 'en');
    expect([exitCode, reported]).toEqual([
      2,
      'Name the folder of a result and, by --out, a file ending in .html.',
    ]);
  });
});
