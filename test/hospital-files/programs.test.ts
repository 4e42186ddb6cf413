import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPECTED_TABLES } from '#shared/tables/tables.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { rowsOf } from '#test/validation/examined.ts';
import { hospitalFile } from './hospital-file.ts';

const FOLDER = join(import.meta.dirname, 'programs');
const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');

/** `sqlite/csv` for the three files `sqlite/csv-<table>.csv`. */
const EXPORTS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(FOLDER, name)).map((file) => `${name}/${file}`))
  .flatMap((path) => /^(.*)-patients\.csv$/.exec(path)?.[1] ?? []);

describe.each(EXPORTS)('what a program wrote: %s', (name) => {
  it.each(EXPECTED_TABLES)('has the very rows of the sample cohort: %s', (table) => {
    const original = join(SAMPLE_COHORTS_FOLDER, 'thesis', 'caen', `${table}.csv`);
    const rows = rowsOf(hospitalFile(`programs/${name}-${table}`));
    expect(rows).toEqual(rowsOf(Uint8Array.from(readFileSync(original))));
  });

  it('has the command that made it in the README', () => {
    expect(README).toContain(`| \`${name}\` |`);
  });
});

it('each program of the README has written its files', () => {
  const named = [...README.matchAll(/^\| `([a-z]+\/[^`]+)` \|/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(EXPORTS.toSorted());
});
