import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { textOf } from './markdown.ts';

const readme = textOf('README.md');
const lines = readme.trimEnd().split('\n');

/** What stands in backquotes; `@aws-sdk/*` names every package of that scope. */
const named = Array.from(readme.matchAll(/`([^`\n]+)`/g), ([, name = '']) => name);
const names = (name: string): boolean =>
  named.some((given) => given === name || (given.endsWith('/*') && name.startsWith(given.slice(0, -1))));

describe('the README', () => {
  it('is short', () => {
    expect(lines.length).toBeLessThanOrEqual(90);
    expect(lines.filter((line) => [...line].length > 140)).toEqual([]);
  });

  it('keeps the two commands', () => {
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
  });

  it('says of every dependency why it is there', () => {
    const packages = z.record(z.string(), z.string());
    const { dependencies, devDependencies } = z
      .object({ dependencies: packages, devDependencies: packages })
      .parse(JSON.parse(textOf('package.json')));
    const all = Object.keys({ ...dependencies, ...devDependencies });
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((name) => !names(name))).toEqual([]);
  });

  it('and the page of what is published name every table', () => {
    const tables = studyTables(assembleStudy([]), SETTINGS).map(({ name }) => name);
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((name) => !names(name))).toEqual([]);
    expect(readme).toContain(`[${tables.length} tables](docs/PUBLISHED.md)`);
    expect(tables.filter((name) => !textOf('docs/PUBLISHED.md').includes(`\`${name}\``))).toEqual([]);
  });
});
