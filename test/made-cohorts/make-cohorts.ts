import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cohortFiles } from './cohort-files.ts';
import { MADE_COHORTS } from './made-cohorts.ts';

const FOLDER = join(import.meta.dirname, '../cohort');

for (const [name, make] of Object.entries(MADE_COHORTS)) {
  rmSync(join(FOLDER, name), { recursive: true, force: true });
  for (const [path, content] of cohortFiles(make())) {
    const file = join(FOLDER, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
