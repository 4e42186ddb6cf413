import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the sample cohorts lie, each a folder that holds one folder for each centre. */
export const SAMPLE_COHORTS_FOLDER = join(import.meta.dirname, 'cohort');

/** Every sample cohort, by the name of its folder: a new one is in every test that goes through all of them. */
export const SAMPLE_COHORTS: readonly string[] = readdirSync(SAMPLE_COHORTS_FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();
