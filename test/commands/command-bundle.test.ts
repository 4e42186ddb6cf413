import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLES, COMMAND_LINE, commandLine } from '#cdk/command-bundle.ts';
import { PROJECT } from '#cdk/fingerprint.ts';
import { makeCommandBundle } from '#cdk/make-command-bundle.ts';
import { MANIFEST_FILE } from '#shared/storage/bucket-keys.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'ctmri-bundle-')));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: readonly string[]) => execFileSync(process.execPath, words, { encoding: 'utf8' });

describe('the bundle of the commands', () => {
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  beforeAll(() => {
    write('package.json', JSON.stringify({ type: 'module', imports: { '#shared/*': './shared/*' } }));
    write('package-lock.json', '{}');
    write('functions/none.ts', '');
    write('shared/word.ts', "export const WORD: string = 'first';\n");
    write(
      COMMAND_LINE,
      "import { WORD } from '#shared/word.ts';\nprocess.stdout.write([WORD, import.meta.dirname].join(' '));\n",
    );
  });

  it('is what starts once it is made, and its sources read what lies beside them', async () => {
    expect(commandLine(folder)).toBe(join(folder, COMMAND_LINE));
    await makeCommandBundle(folder);
    expect(dirname(dirname(commandLine(folder)))).toBe(join(folder, BUNDLES));
    expect(run(commandLine(folder))).toBe(`first ${join(folder, 'cdk')}`);
  });

  it.each(['shared/word.ts', 'package-lock.json'])('no longer starts where %s has changed', async (path) => {
    await makeCommandBundle(folder);
    write(path, `${readFileSync(join(folder, path), 'utf8')}\n`);
    expect(commandLine(folder)).toBe(join(folder, COMMAND_LINE));
  });

  it('takes the place of the one before', async () => {
    await makeCommandBundle(folder);
    write('shared/word.ts', "export const WORD: string = 'second';\n");
    await makeCommandBundle(folder);
    expect(readdirSync(join(folder, BUNDLES))).toHaveLength(1);
    expect(run(commandLine(folder))).toBe(`second ${join(folder, 'cdk')}`);
  });
});

it('a study is computed by the bundle to the same bytes as by the sources', async () => {
  await makeCommandBundle();
  const filesOf = (program: string) => {
    const out = join(folder, 'computed');
    run(program, 'compute', join(SAMPLE_COHORTS_FOLDER, 'thesis'), '--out', out);
    const names = readdirSync(out).filter((name) => name !== MANIFEST_FILE);
    const files = names.map((name) => [name, readFileSync(join(out, name), 'utf8')]);
    rmSync(out, { recursive: true });
    return files;
  };
  const bundled = commandLine();
  expect(bundled).not.toBe(join(PROJECT, COMMAND_LINE));
  expect(filesOf(bundled)).toEqual(filesOf(join(PROJECT, COMMAND_LINE)));
});
