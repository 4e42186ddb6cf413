import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { cohortFiles } from './cohort-files.ts';
import { MADE_COHORTS } from './made-cohorts.ts';

it.each(Object.entries(MADE_COHORTS))('the cohort %s lies there as it is made', (name, make) => {
  const folder = join(SAMPLE_COHORTS_FOLDER, name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.csv'))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const);
  expect(Object.fromEntries(files)).toEqual(Object.fromEntries(cohortFiles(make())));
});
