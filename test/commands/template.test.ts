import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ctmri } from './called.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ctmri-template-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('template', () => {
  it('writes a file for each table, the dictionary and the schemas, which check accepts', async () => {
    const { exitCode, printed } = await ctmri('template', '--out', folder, '--lang', 'fr');
    const names = ['patients', 'pairs', 'lesions', 'visibility', 'readers'];
    const files = names.map((name) => `${name}.csv`);
    const schemas = names.map((name) => `${name}.schema.json`);
    expect([exitCode, readdirSync(folder)]).toEqual([0, [...files, ...schemas, 'dictionary.md'].toSorted()]);
    for (const name of [...files, ...schemas]) expect(printed).toContain(join(folder, name));
    expect(written('patients.csv')).toMatch(/^\uFEFFpatient_id;sex;/);
    expect(written('dictionary.md')).toMatch(/^# Les tableaux\n/);
    expect(JSON.parse(written('lesions.schema.json'))).toMatchObject({ title: 'lésions mesurées' });
    const checked = await ctmri('check', ...files.map((name) => join(folder, name)), '--lang', 'fr');
    expect(checked.exitCode).toBe(0);
    expect(checked.printed).toContain('[EXAMPLE_ROW]');
  });

  it('writes one table, plainly, in English', async () => {
    expect((await ctmri('template', 'pairs', '--plain', '--out', folder, '--lang', 'en')).exitCode).toBe(0);
    expect(readdirSync(folder)).toEqual(['dictionary.md', 'pairs.csv', 'pairs.schema.json']);
    expect(written('pairs.csv')).toMatch(/^patient_id,pair,/);
    expect(written('dictionary.md')).toMatch(/^# The tables\n/);
    expect((await ctmri('check', join(folder, 'pairs.csv'))).exitCode).toBe(0);
  });

  it('may be called again, but replaces nothing that is not its own', async () => {
    const call = ['template', '--out', folder, '--lang', 'en'];
    expect((await ctmri(...call)).exitCode).toBe(0);
    expect((await ctmri(...call)).exitCode).toBe(0);
    writeFileSync(join(folder, 'pairs.csv'), 'mine');
    rmSync(join(folder, 'patients.csv'));
    const { exitCode, reported } = await ctmri(...call);
    expect([exitCode, written('pairs.csv')]).toEqual([3, 'mine']);
    expect(reported).toContain(`${join(folder, 'pairs.csv')}: something else has that name`);
    expect(readdirSync(folder)).not.toContain('patients.csv');
  });

  it.each([[['nothing']], [['pairs', 'lesions']]])('%j is a wrong call', async (words) => {
    const { exitCode, reported } = await ctmri('template', ...words, '--out', folder, '--lang', 'en');
    expect([exitCode, reported]).toEqual([
      2,
      'Name one table at most: patients, pairs, lesions, visibility, readers.',
    ]);
  });
});
