import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from '#cdk/commands/check.ts';
import { CommandFailure } from '#cdk/commands/command.ts';
import { compute } from '#cdk/commands/compute.ts';
import { upload } from '#cdk/commands/upload.ts';
import { namesApart, namesInOneFolder } from '#cdk/commands/upload-names.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { csvFile } from '#test/validation/csv-file.ts';
import { optionsOf, terminalIn } from './terminal-in-memory.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, bytes: Uint8Array = csvFile('patients', [{ sex: 'X' }])): Promise<string> {
  const whole = join(folder, path);
  await mkdir(join(whole, '..'), { recursive: true });
  await writeFile(whole, bytes);
  return whole;
}

async function checked(positionals: readonly string[], options: Readonly<Record<string, string>> = {}) {
  const { terminal, printed, reported, json } = terminalIn('fr');
  const exitCode = await check.run({ positionals, ...optionsOf(options) }, terminal);
  return { exitCode, printed: printed(), reported: reported(), json };
}

describe('check --out', () => {
  it('writes both of two files of one name, each annotated in the reader’s language', async () => {
    const files = [
      await put('a/patients.csv'),
      await put('b/patients.csv', csvFile('patients', [{ grade: 'G9' }])),
    ];
    const out = join(folder, 'answers/new');
    const { exitCode, printed } = await checked(files, { out });
    expect(exitCode).toBe(1);
    for (const file of files) expect(printed).toContain(`REFUSÉ   ${file}`);
    const written = await Promise.all((await readdir(out)).map((name) => readFile(join(out, name), 'utf8')));
    expect(written).toHaveLength(2);
    for (const column of ['sex', 'grade']) {
      expect(written.filter((text) => text.includes(`,"${column}: `))).toHaveLength(1);
    }
    expect(written.join()).not.toContain('Expected');
  });

  it('refuses a place that cannot be, and does not look for it for ever', async () => {
    const file = await put('a/patients.csv');
    await expect(checked([file], { out: '/proc/x/y' })).rejects.toThrow(/\/proc\/x\/y cannot be made/);
    await expect(checked([file], { out: join(file, 'x') })).rejects.toThrow(/is a file/);
    await expect(checked([file], { out: file })).rejects.toThrow(/is a file/);
  });

  it('refuses the folder of a file that it reads, by whatever name', async () => {
    const file = await put('a/patients.csv');
    await symlink(join(folder, 'a'), join(folder, 'link'));
    for (const out of ['a', 'link', 'a/../a']) {
      await expect(checked([file], { out: join(folder, out) })).rejects.toThrow(
        /among the files that are read/,
      );
    }
    expect(await readdir(join(folder, 'a'))).toEqual(['patients.csv']);
    expect((await checked([file], { out: join(folder, 'a/answers') })).exitCode).toBe(1);
  });

  it('writes no file for one that is no text', async () => {
    const out = join(folder, 'out');
    await checked([await put('a/patients.csv', new TextEncoder().encode('%PDF-1.7'))], { out });
    expect(await readdir(out)).toEqual([]);
  });
});

describe('check of a folder', () => {
  it('looks at all its files together, as those of one centre, and says what else is there', async () => {
    await put('export/patients.csv', csvFile('patients', [{}]));
    await put('export/pairs.CSV', csvFile('pairs', [{}]));
    await put('export/lesions.tsv', csvFile('lesions', [{ pair: '2' }]));
    await put('export/visibility.xlsx');
    await put('export/.~lock.patients.csv', new Uint8Array());
    await put('export/answers/patients.csv.annotated.csv');
    const { exitCode, printed, reported } = await checked([join(folder, 'export')]);
    expect(exitCode).toBe(0);
    expect(printed.match(/ACCEPTÉ {3}\S+/g)).toEqual([
      'ACCEPTÉ   patients.csv',
      'ACCEPTÉ   pairs.CSV',
      'ACCEPTÉ   lesions.tsv',
    ]);
    expect(printed).toContain('PAIR_NOT_SENT');
    expect(printed).not.toContain('PATIENT_NOT_SENT');
    expect(reported).toContain(
      `Non vérifié, car ni .csv, ni .tsv, ni .txt : ${join(folder, 'export/answers')}, ${join(folder, 'export/visibility.xlsx')}`,
    );
    await put('export/pairs.CSV', csvFile('pairs', [{ mri_date: 'hier' }]));
    expect((await checked([join(folder, 'export')])).exitCode).toBe(1);
  });

  it('is taken beside files that are named', async () => {
    await put('export/pairs.csv', csvFile('pairs', [{}]));
    const patients = await put('patients.csv', csvFile('patients', [{}]));
    const { printed } = await checked([patients, join(folder, 'export')]);
    expect(printed).not.toContain('PATIENT_NOT_SENT');
    expect(printed).toContain('ACCEPTÉ   pairs.csv');
  });

  it('is refused where it holds none, or is to hold the answers', async () => {
    await put('cohort/rouen/patients.csv');
    await expect(checked([join(folder, 'cohort')])).rejects.toThrow(/holds no file .csv.*folder of a centre/);
    await expect(checked([join(folder, 'nowhere')])).rejects.toThrow(/nowhere does not exist/);
    const rouen = join(folder, 'cohort/rouen');
    await expect(checked([rouen], { out: rouen })).rejects.toThrow(/among the files that are read/);
  });
});

it('check says what of each file enters the study, beside the others of the call', async () => {
  const caen = join(SAMPLE_COHORTS_FOLDER, 'thesis/caen');
  const { printed } = await checked(
    ['patients', 'pairs', 'lesions'].map((name) => join(caen, `${name}.csv`)),
  );
  expect(printed.match(/entrent dans l’étude/g)).toHaveLength(2);
  const { json } = await checked([join(caen, 'patients.csv')], { json: 'true' });
  expect(json()).toMatchObject([{ entering: { patients: 6, pairs: null }, problemGroups: [] }]);
});

it('compute writes nothing into the folder that it reads, at any depth', async () => {
  await put('data/rouen/patients.csv', csvFile('patients', [{}]));
  const { terminal } = terminalIn('en');
  for (const out of ['data', 'data/out', 'data/rouen/out/deep']) {
    const call = { positionals: [join(folder, 'data')], ...optionsOf({ out: join(folder, out) }) };
    await expect(compute.run(call, terminal)).rejects.toThrow(/among the files that are read/);
  }
  expect(await readdir(join(folder, 'data'))).toEqual(['rouen']);
});

describe('files of one name', () => {
  it('are told apart by their folders, others by their name', () => {
    expect(namesApart(['a/x.csv', './b/x.csv', 'c/y.csv', 'B/X.CSV'])).toEqual([
      'a/x.csv',
      'b/x.csv',
      'y.csv',
      'B/X.CSV',
    ]);
  });

  it('never get one name in a folder, nor two that a file system takes for one', () => {
    expect(namesInOneFolder(['a/x.csv', 'a_x.csv', '../a/X.csv', '/a/x.csv', 'y.csv'])).toEqual([
      'a_x.csv',
      '2_a_x.csv',
      '3_a_X.csv',
      '4_a_x.csv',
      'y.csv',
    ]);
  });
});

it.each([check, upload])('a file of gigabytes is refused without being read to its end', async (command) => {
  const path = await put('patients.csv');
  await truncate(path, 5 * 2 ** 30);
  const { terminal, printed } = terminalIn('fr');
  const before = process.memoryUsage().arrayBuffers;
  const answer = await command
    .run({ positionals: command === upload ? ['rouen', path] : [path], ...optionsOf({}) }, terminal)
    .catch((error: unknown) => (error instanceof CommandFailure ? error.sentence.fr : error));
  expect([answer, printed()].join()).toMatch(/dépasse 50 Mo/);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300e6);
});
