import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differing } from './cohort-bytes.ts';
import { readOptions } from './options.ts';
import { partsOf } from './parts.ts';
import { Tally } from './tally.ts';
import { outcomeOf } from './tasks.ts';

const options = (...words: readonly string[]) => readOptions(words, {}, 2);

describe('the options of a long run', () => {
  it('are 100,000 of each, a new seed each time, and a process for each core', () => {
    expect(options()).toMatchObject({
      sizes: { histories: 100_000, files: 100_000 },
      workers: 2,
      arm64: true,
    });
    expect(options().seed).not.toBe(options().seed);
  });

  it('may be said in words, or the seed in a variable', () => {
    const said = options('--histories', '20', '--files', '3,000', '--seed', '7', '--no-arm64');
    expect(said).toMatchObject({ sizes: { histories: 20, files: 3000 }, seed: 7, arm64: false });
    expect(readOptions([], { LONG_RUN_SEED: '8' }, 1).seed).toBe(8);
    expect(options('--replay', 'histories:-42:17:0:3').replay).toEqual({
      task: 'histories',
      seed: -42,
      path: '17:0:3',
    });
  });

  it.each([
    ['--histories', 'many'],
    ['--files', '-1'],
    ['--workers', '0'],
    ['--seed', ''],
    ['--replay', 'stories:1:2'],
    ['--histories', '0', '--files', '0', '--no-arm64'],
    ['--unknown'],
    ['a word'],
  ])('are not %s %s', (...words) => {
    expect(() => options(...words)).toThrow();
  });
});

describe('the parts of a long run', () => {
  const parts = partsOf(5, { histories: 600, files: 2501 });

  it('have together as many runs as are asked for, and each a seed of its own', () => {
    expect(parts.map(({ task, numRuns }) => [task, numRuns])).toEqual([
      ['histories', 250],
      ['histories', 250],
      ['histories', 100],
      ['files', 2500],
      ['files', 1],
    ]);
    expect(new Set(parts.map(({ seed }) => seed)).size).toBe(5);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(partsOf(5, { histories: 600, files: 2501 })).toEqual(parts);
    expect(partsOf(6, { histories: 600, files: 2501 })).not.toEqual(parts);
  });
});

describe('a run that fails', () => {
  const property = fc.asyncProperty(fc.nat(1000), async (number) => {
    if (number > 500) throw new Error(`${number} is too much`);
  });
  const part = { task: 'files', seed: 3, numRuns: 100 } as const;

  it('is counted, shrunk and reported with what gives it again', async () => {
    const outcome = await outcomeOf(property, part);
    const tally = new Tally([part]);
    tally.add(part, outcome);
    expect(outcome.failure?.report).toContain('Counterexample: [501]');
    expect(outcome.failure?.report).toContain('501 is too much');
    expect(tally.counts.files).toMatchObject({ asked: 100, passed: outcome.passed, failed: 1 });
    expect(tally.notMade()).toBe(99 - outcome.passed);
    const path = outcome.failure?.path ?? '';
    expect(tally.failures.join()).toContain(`--replay files:3:${path}`);
    const again = await outcomeOf(property, { seed: 3, numRuns: 1, path });
    expect(again).toMatchObject({ passed: 0, failure: { path } });
    expect(again.failure?.report).toContain('Counterexample: [501]');
  });

  it('is a part, too, of which fewer runs were made than asked for', () => {
    const tally = new Tally([part]);
    tally.add(part, { passed: 99, failure: undefined });
    expect(tally.failures).toHaveLength(1);
  });
});

describe('two computations of a cohort', () => {
  it('differ in each file that is other bytes, or is missing in one of them', () => {
    const here = new Map(Object.entries({ a: '00', b: '01', c: '02' }));
    const there = new Map(Object.entries({ a: '00', b: '11', d: '03' }));
    expect(differing(here, there)).toEqual(['b', 'c', 'd']);
    expect(differing(here, new Map(here))).toEqual([]);
  });
});

describe('the command', () => {
  const command = join(import.meta.dirname, 'run.ts');
  const runWith = (environment: NodeJS.ProcessEnv, ...words: readonly string[]) =>
    promisify(execFile)(process.execPath, [command, ...words], { env: environment });
  const run = (...words: readonly string[]) => runWith(process.env, ...words);

  it('runs what it is asked to in its processes, and says how it ended', async () => {
    const { stdout } = await run('--histories', '3', '--files', '50', '--seed', '9', '--no-arm64');
    expect(stdout).toContain('seed 9');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('53 passed, 0 failed');
  });

  it('says why nothing was compared with arm64 where no emulator can be had, and fails where CI is set', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'ctmri-long-'));
    const bare = { PATH: cache, CTMRI_CACHE: cache };
    const nothingElse = ['--histories', '0', '--files', '0'];
    const { stdout } = await runWith(bare, ...nothingElse);
    expect(stdout).toMatch(/^arm64: SKIPPED, .{20}/m);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 0 failed, 1 skipped');
    await expect(runWith({ ...bare, CI: '1' }, ...nothingElse)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/FAILED arm64: .*\n0 passed, 1 failed\n$/s),
    });
    rmSync(cache, { recursive: true });
  });

  it('ends with 2 and says why where it is called wrongly', async () => {
    await expect(run('--histories', 'many')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('must be a whole number'),
    });
  });
});
