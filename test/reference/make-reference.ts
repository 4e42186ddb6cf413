import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { obstacle, runValuesScript } from './r-program.ts';
import { referenceCohorts } from './reference-cohorts.ts';

/** `npm run reference`: makes every value that the tests take from R anew, into the files that are committed. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const tablesScript = 'test/reference/tables.R';
const tableValues = 'test/reference/tables/values';

const missing = obstacle(runValuesScript(['--packages']));
if (missing !== null) stop(`The reference values cannot be made. ${missing}`);

console.log('R answers the cases of test/reference/r:');
runR(['test/reference/r-values.R']);

if (existsSync(`${root}/${tablesScript}`)) {
  mkdirSync(`${root}/${tableValues}`, { recursive: true });
  for (const [index, { name, folder }] of referenceCohorts.entries()) {
    console.log(`R makes the tables of ${name} (${index + 1} of ${referenceCohorts.length}).`);
    runR([tablesScript, folder, `${tableValues}/${name}.json`]);
  }
} else {
  console.log(`No tables are made: ${tablesScript} is not there.`);
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
