import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { obstacle, runValuesScript } from './r-program.ts';
import { REFERENCE_COHORTS } from './reference-cohorts.ts';

/** `npm run reference`: makes every value that the tests take from R anew, into the files that are committed. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const tablesScript = 'test/reference/tables.R';
const tableValues = 'test/reference/tables/values';

const missing = obstacle(runValuesScript(['--packages']));
if (missing !== null) stop(`The reference values cannot be made. ${missing}`);

console.log('R answers the cases of test/reference/r:');
runR(['test/reference/r-values.R']);

mkdirSync(join(root, tableValues), { recursive: true });
for (const [index, name] of REFERENCE_COHORTS.entries()) {
  console.log(`R makes the tables of ${name} (${index + 1} of ${REFERENCE_COHORTS.length}).`);
  runR([tablesScript, join(SAMPLE_COHORTS_FOLDER, name), `${tableValues}/${name}.json`]);
}
console.log('Done; git diff shows what has changed.');

function runR(given: readonly string[]): void {
  const { status } = spawnSync('Rscript', given, { cwd: root, stdio: 'inherit' });
  if (status !== 0) stop(`Rscript ${given.join(' ')} failed.`);
}

function stop(reason: string): never {
  console.error(reason);
  process.exit(1);
}
