import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PROJECT } from '#cdk/fingerprint.ts';
import { bytesAtStart } from './bytes-at-start.ts';
import { propertiesOf, readable, synthesiseInto } from './synthesise.ts';

/**
 * What a start may read, most of it the SDK's clients: neither the study's tables nor the texts of its mail. The report holds
 * Observable Plot and a DOM. A package too many, or one that could wait, is what a limit is to show.
 */
const LIMIT_BYTES = { Ingest: 690_000, Statistics: 600_000, Report: 1_550_000, Desk: 950_000 } as const;

const outdir = mkdtempSync(join(tmpdir(), 'ctmri-bundles-'));
afterAll(() => rmSync(outdir, { recursive: true }));
const study = synthesiseInto(outdir);

function bundleOf(id: string): string {
  const { Code } = propertiesOf(study, 'AWS::Lambda::Function', id);
  const { S3Key } = z.object({ S3Key: z.string() }).parse(Code);
  return join(outdir, `asset.${S3Key.replace('.zip', '')}`);
}

/**
 * Loads the bundle in a Node of its own, far from the project's packages, with the environment variables that the stack
 * gives it and no others, and calls its handler.
 */
function call(id: string, event: unknown): { readonly status: number | null; readonly output: string } {
  const script = `const { handler } = await import('./index.mjs'); console.log(JSON.stringify(await handler(${JSON.stringify(event)}, { awsRequestId: 'one' })));`;
  const { Environment } = propertiesOf(study, 'AWS::Lambda::Function', id);
  const { Variables } = z.object({ Variables: z.record(z.string(), z.unknown()) }).parse(Environment);
  const given = Object.entries(Variables).map(([name, value]) => [name, readable(value)]);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: bundleOf(id),
    encoding: 'utf8',
    env: { AWS_REGION: 'eu-west-3', ...Object.fromEntries(given) },
  });
  return { status, output: stdout + stderr };
}

describe.each(['Ingest', 'Statistics', 'Report', 'Desk'] as const)('the bundle of %s', (id) => {
  it('reads no more at its start than it may, and has its source map beside it', () => {
    const folder = bundleOf(id);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['index.mjs', 'index.mjs.map']));
    expect(bytesAtStart(folder)).toBeLessThan(LIMIT_BYTES[id]);
  });

  it('names its sources from the folder of the project', () => {
    const map = JSON.parse(readFileSync(join(bundleOf(id), 'index.mjs.map'), 'utf8'));
    const { sources } = z.object({ sources: z.array(z.string()) }).parse(map);
    expect(sources).toContain(`functions/${id.toLowerCase()}/handler.ts`);
    expect(sources.filter((source) => !/^(functions|shared)\//.test(source))).toEqual([]);
    expect(sources.filter((source) => !existsSync(join(PROJECT, source)))).toEqual([]);
  });
});

describe('under Node alone', { timeout: 60_000 }, () => {
  it('ingest answers an empty batch', () => {
    expect(call('Ingest', { Records: [] })).toEqual({ status: 0, output: '{"batchItemFailures":[]}\n' });
  });

  it('statistics refuses an event that nobody sends, and names its own source line', () => {
    const { status, output } = call('Statistics', { source: 'nobody' });
    expect(status).not.toBe(0);
    expect(output).toContain('ZodError');
    expect(output).toMatch(/functions\/statistics\/statistics-handler\.ts:\d+/);
  });

  it('the report refuses an event that nobody sends, and names its own source line', () => {
    const { status, output } = call('Report', { source: 'nobody' });
    expect(status).not.toBe(0);
    expect(output).toMatch(/functions\/report\/report-handler\.ts:\d+/);
  });

  it('the desk shows its page to anybody, and finds no link in the one that nobody was given', () => {
    const ask = (rawPath: string) => call('Desk', { rawPath, requestContext: { http: { method: 'GET' } } });
    expect(ask('/nowhere').output).toContain('"statusCode":404');
    expect(ask('/').status).toBe(0);
  });
});

describe('the page of the desk', () => {
  /** What a browser fetches first, together: the target is 300 kB compressed. */
  const LARGEST_PAGE_BYTES = 300_000;
  const folder = join(bundleOf('Desk'), 'page');
  const assets = readdirSync(join(folder, 'assets'));

  it('lies beside the code, with parts whose names hold a hash of them', () => {
    expect(readdirSync(folder).toSorted()).toEqual(['assets', 'index.html']);
    for (const name of assets) expect(name).toMatch(/^[\w-]+-[A-Z0-9]{8}\.(?:js|css)(?:\.LEGAL\.txt)?$/);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThanOrEqual(2);
    expect(assets).toEqual(expect.arrayContaining(named));
  });

  it('needs nothing of anybody else, and has no script or style in its text', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/https?:|<style|style=|\son\w+=/i);
    expect([...page.matchAll(/<script([^>]*)>([^<]*)</g)].map(([, , text]) => text)).toEqual(['']);
  });

  it('is small enough', () => {
    const bytes = assets
      .filter((name) => /\.(?:js|css)$/.test(name))
      .map((name) => brotliCompressSync(readFileSync(join(folder, 'assets', name))).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LARGEST_PAGE_BYTES);
  });
});
