import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { cohortFiles } from './cohort-files.ts';
import { MADE_COHORTS } from './made-cohorts.ts';

for (const [name, make] of Object.entries(MADE_COHORTS)) {
  rmSync(join(SAMPLE_COHORTS_FOLDER, name), { recursive: true, force: true });
  for (const [path, content] of cohortFiles(make())) {
    const file = join(SAMPLE_COHORTS_FOLDER, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
