import { describe, expect, it } from 'vitest';
import { showDifference } from '#cdk/commands/diff.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { bucketWith } from './bucket-in-memory.ts';
import { objectsOf, resultOf } from './published-study.ts';
import { optionsOf, terminalIn } from './terminal-in-memory.ts';

const rows = rowsOfCentres(cohortFiles('thesis'));
const input = {
  centre: 'rouen',
  key: 'uploads/rouen/pairs.csv',
  table: 'pairs',
  rows: 57,
  generation: '',
} as const;
const file = { ...input, versionId: 'v1', sha256: 'a', at: '2026-11-24T00:00:00.000Z' };
const A = await resultOf('a'.repeat(32), { rows, files: [file] });
const B = await resultOf('b'.repeat(32), {
  rows: rows.slice(0, -40),
  files: [{ ...file, versionId: 'v2', rows: 56 }],
});
const { bucket } = bucketWith({ ...objectsOf(A), ...objectsOf(B) });

async function diff(words: readonly [string, string], options: Readonly<Record<string, string>> = {}) {
  const { terminal, printed, json } = terminalIn('fr');
  const exitCode = await showDifference(bucket, words, optionsOf(options), terminal);
  return { exitCode, printed, json };
}

describe('ctmri diff', () => {
  it('ends with 0 where no figure moved', async () => {
    const { exitCode, printed } = await diff(['aaaaaa', 'aaaaaa']);
    expect(exitCode).toBe(0);
    expect(printed()).toContain('Mêmes fichiers, mêmes réglages, même code.');
    expect(printed()).toContain('Tous les chiffres sont les mêmes.');
  });

  it('ends with 1 where some did, and names the file, the tables and the figures', async () => {
    const { exitCode, printed } = await diff(['aaaaaa', 'bbbbbb']);
    expect(exitCode).toBe(1);
    expect(printed()).toContain('~ uploads/rouen/pairs.csv (remplacé, 57 → 56 lignes)');
    expect(printed()).toMatch(/\d+ valeur\(s\) changée\(s\), dans \d+ tableau\(x\)\./);
    expect(printed()).toMatch(/^measures : \d+ valeur/m);
    expect(printed()).toMatch(/… et \d+ autres : --table measures/);
  });

  it('shows all figures of one table on request', async () => {
    const { printed } = await diff(['aaaaaa', 'bbbbbb'], { table: 'measures' });
    expect(printed()).not.toContain('--table');
    expect(printed()).not.toContain('measure-tests');
  });

  it('of a table that there is not, names those that there are, and shows nothing', async () => {
    const { terminal, printed } = terminalIn('fr');
    await expect(
      showDifference(bucket, ['aaaaaa', 'bbbbbb'], optionsOf({ table: 'nothing' }), terminal),
    ).rejects.toThrow(/Neither result has a table nothing\. The tables: flow, population, .*omnibus/);
    expect(printed()).toBe('');
  });

  it('gives programs every moved figure at full precision', async () => {
    const { json } = await diff(['aaaaaa', 'bbbbbb'], { json: 'true' });
    expect(json()).toMatchObject({
      before: { id: 'a'.repeat(32) },
      after: { id: 'b'.repeat(32) },
      sameFigures: false,
      inputs: [{ key: 'uploads/rouen/pairs.csv', change: 'replaced' }],
      terms: [],
      code: null,
    });
    expect(JSON.stringify(json())).toMatch(/"column":"mean","before":\d+\.\d{10,},"after":\d+\.\d{10,}/);
  });

  it('says of a result that was cleared what became of it, and how to have it again', async () => {
    const { [`results/${B.manifest.id}/tables.json`]: _, ...left } = objectsOf(B);
    const { terminal } = terminalIn('en');
    const cleared = bucketWith({ ...objectsOf(A), ...left }).bucket;
    const words = ['aaaaaa', 'bbbbbb'] as const;
    await expect(showDifference(cleared, words, optionsOf(), terminal)).rejects.toThrow(
      /was cleared after 7 days.*reproduce b{32}/,
    );
  });
});
