import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atomicFolder, type Recipe, removePartialFolders } from '#cdk/localstack/install/atomic-folder.ts';

let cache: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'ctmri-install-'));
});

afterEach(() => rmSync(cache, { recursive: true }));

function recipe(content: string, more: Partial<Recipe> = {}): Recipe {
  return {
    name: 'tool',
    inputs: ['lock'],
    build: async (folder) => writeFileSync(join(folder, 'file'), content),
    ...more,
  };
}

const contentOf = (folder: string) => readFileSync(join(folder, 'file'), 'utf8');

describe('an installed folder', () => {
  it('is built once, and found afterwards', async () => {
    const first = await atomicFolder(cache, recipe('first'));
    const second = await atomicFolder(cache, recipe('second'));
    expect(second).toBe(first);
    expect(contentOf(second)).toBe('first');
  });

  it('is built anew beside the old one when the lock file changes', async () => {
    const old = await atomicFolder(cache, recipe('old'));
    const renewed = await atomicFolder(cache, recipe('new', { inputs: ['another lock'] }));
    expect([contentOf(old), contentOf(renewed)]).toEqual(['old', 'new']);
  });

  it('is built again when it no longer works', async () => {
    await atomicFolder(cache, recipe('broken'));
    const repaired = await atomicFolder(cache, recipe('repaired', { stillWorks: async () => false }));
    expect(contentOf(repaired)).toBe('repaired');
  });

  it('is not there when building it failed, nor is anything else', async () => {
    const build = async (folder: string) => {
      writeFileSync(join(folder, 'file'), 'half');
      throw new Error('no network');
    };
    await expect(atomicFolder(cache, recipe('', { build }))).rejects.toThrow('no network');
    expect(readdirSync(cache)).toEqual([]);
  });

  it('is the one of the faster when two build it at once', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = recipe('slow', {
      build: async (folder) => {
        await gate.promise;
        writeFileSync(join(folder, 'file'), 'slow');
      },
    });
    const slower = atomicFolder(cache, slow);
    const faster = await atomicFolder(cache, recipe('fast'));
    gate.resolve();
    expect(await slower).toBe(faster);
    expect(contentOf(faster)).toBe('fast');
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it('leaves nothing after a crash but what the next installation removes', async () => {
    const gate = Promise.withResolvers<void>();
    const crashed = atomicFolder(cache, recipe('', { build: () => gate.promise }));
    expect(readdirSync(cache)).toHaveLength(1);
    removePartialFolders(cache);
    expect(readdirSync(cache)).toEqual([]);
    gate.reject(new Error('the end of the test'));
    await expect(crashed).rejects.toThrow();
  });
});
