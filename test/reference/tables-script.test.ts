import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { agrees, committedTables, readRTables, written } from './r-tables.ts';

const SCRIPT = join(import.meta.dirname, 'tables.R');
/** Two that R makes in some seconds, the second with rows in every table; `npm run reference` makes all of them. */
const COHORTS = ['one-patient', 'readers'];
const TEN_MINUTES = 10 * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'r-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('tables.R makes the tables that are committed', () => {
  it.for(COHORTS)('of the cohort %s', { timeout: TEN_MINUTES }, (cohort, { skip }) => {
    const file = join(folder, `${cohort}.json`);
    const { error, status, stderr } = spawnSync(
      'Rscript',
      [SCRIPT, join(SAMPLE_COHORTS_FOLDER, cohort), file],
      { encoding: 'utf8' },
    );
    if (error !== undefined) skip('Rscript is not installed: apt-get install r-base-core');
    expect(status, stderr).toBe(0);
    const made = readRTables(file);
    const committed = readRTables(committedTables(cohort));
    const shape = (tables: typeof made) =>
      Object.entries(tables).map(([name, { key, rows }]) => [name, key, rows.map(Object.keys)]);
    expect(shape(made)).toEqual(shape(committed));
    const differing = Object.entries(made).flatMap(([name, { rows }]) =>
      rows.flatMap((row, position) =>
        Object.entries(row)
          .filter(
            ([column, value]) => !agrees(column, written(value), committed[name]?.rows[position]?.[column]),
          )
          .map(([column]) => `${name}, row ${position + 1}: ${column}`),
      ),
    );
    expect(differing, 'npm run reference makes them anew').toEqual([]);
  });
});
