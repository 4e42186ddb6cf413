import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';

/*
 * The linter holds the layers (`.biome/layers.json`). Here it lints a project of offending files, so that a rule that
 * is mistyped, or dropped, is noticed.
 */

const PROJECT = join(import.meta.dirname, '../..');

/** From the lowest layer up: none imports one that stands further down this list. */
const LAYERS = [
  ...['protocol', 'statistics', 'tables', 'storage', 'validation', 'study', 'publication'],
  ...['analyses', 'reports', 'presentation', 'result-report', 'erasure', 'guidance', 'desk', 'mail'],
];

/** One line each, by what is wrong with it. */
const NOT_PURE = {
  Node: "export { readFileSync } from 'node:fs';",
  'the SDK': "export { S3Client } from '@aws-sdk/client-s3';",
  'the stack': "export { Stack } from 'aws-cdk-lib';",
  'the functions': "export { log } from '#functions/log.ts';",
  'a neighbour by a path of dots': "export { x } from '../study/study.ts';",
  'the clock': 'export const now = Date.now();',
  'the clock, by its constructor': 'export const today = new Date();',
  'another clock': 'export const then = performance.now();',
  chance: 'export const any = Math.random();',
  'a function whose last digit depends on the processor': 'export const e = Math.exp(1);',
  'such a function, handed on': 'export const all = [1].map(Math.log1p);',
  'the environment': 'export const bucket = process.env;',
};
const importOf = (layer: string) => `export { x } from '#shared/${layer}/x.ts';`;

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      severity: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }),
    }),
  ),
});

/** Which lines of which files the project's linter refuses, as `path:line`. */
async function refusedIn(files: ReadonlyMap<string, readonly string[]>): Promise<ReadonlySet<string>> {
  const root = await mkdtemp(join(tmpdir(), 'layers-'));
  try {
    for (const config of ['biome.json', '.biome'])
      await cp(join(PROJECT, config), join(root, config), { recursive: true });
    for (const [path, lines] of files) {
      await mkdir(join(root, dirname(path)), { recursive: true });
      await writeFile(join(root, path), `${lines.join('\n')}\n`);
    }
    const biome = join(PROJECT, 'node_modules/.bin/biome');
    const lint = ['lint', '--reporter=json', '--vcs-enabled=false', '--max-diagnostics=none', '.'];
    const { stdout } = await promisify(execFile)(biome, lint, { cwd: root, maxBuffer: 2 ** 26 }).catch(
      (error: unknown) => z.object({ stdout: z.string() }).parse(error),
    );
    const { diagnostics } = reportSchema.parse(JSON.parse(stdout));
    return new Set(
      diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ location }) => `${location.path}:${location.start.line}`),
    );
  } finally {
    await rm(root, { recursive: true });
  }
}

describe('the linter', () => {
  const lines = [...Object.values(NOT_PURE), ...LAYERS.map(importOf)];
  let refused: ReadonlySet<string>;
  beforeAll(async () => {
    const files = new Map(LAYERS.map((layer) => [`shared/${layer}/offender.ts`, lines]));
    files.set('shared/offender.ts', lines);
    files.set('functions/ingest/offender.ts', ["export { x } from '#cdk/deploy.ts';", importOf('analyses')]);
    files.set('cdk/offender.ts', ["export { x } from '#test/world.ts';", "export { y } from 'node:fs';"]);
    files.set('shared/study/one.ts', ["export type { Two } from './two.ts';", 'export type One = 1;']);
    files.set('shared/study/two.ts', ["export type { One } from './one.ts';", 'export type Two = 2;']);
    refused = await refusedIn(files);
  }, 120_000);

  const isRefused = (path: string, line: string) => refused.has(`${path}:${lines.indexOf(line) + 1}`);

  describe.each(LAYERS)('in shared/%s', (layer) => {
    const path = `shared/${layer}/offender.ts`;

    it.each(Object.entries(NOT_PURE))('refuses %s', (_, line) => {
      expect(isRefused(path, line)).toBe(true);
    });

    it('refuses an import from above, and lets it import itself', () => {
      const above = LAYERS.slice(LAYERS.indexOf(layer) + 1);
      expect(above.filter((other) => !isRefused(path, importOf(other)))).toEqual([]);
      expect(isRefused(path, importOf(layer))).toBe(false);
    });
  });

  it('lets the tables of an analysis be made from what lies under it, and nothing under shared/ from a layer', () => {
    const allowed = LAYERS.filter((layer) => !isRefused('shared/analyses/offender.ts', importOf(layer)));
    expect(allowed).toEqual(LAYERS.slice(0, LAYERS.indexOf('reports')));
    expect(LAYERS.filter((layer) => !isRefused('shared/offender.ts', importOf(layer)))).toEqual([]);
  });

  it('keeps the deployment out of the Lambdas, and the tests out of both', () => {
    expect([...refused].filter((place) => /^(functions|cdk)\//.test(place))).toEqual([
      'cdk/offender.ts:1',
      'functions/ingest/offender.ts:1',
    ]);
  });

  it('refuses circles of imports, also of types', () => {
    expect(refused).toContain('shared/study/one.ts:1');
  });
});
