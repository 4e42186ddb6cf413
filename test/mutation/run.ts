import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { FOLDERS, type MutatedFolder } from './folders.ts';

const USAGE = `npm run mutation [-- FOLDER[/PART] … [--force]]

Mutates the code, line by line, and says which mutations no test noticed. Results are kept in the cache, so that a
second run tries only what changed since, and that the parts of a folder add up.

FOLDER  one of ${Object.keys(FOLDERS).join(', ')}; all of them without one
PART    a folder or a file in it, such as analyses/recist or analyses/counts/table.ts
--force tries everything again: what the cache keeps does not see that a test's own imports changed, nor does it try
        mutations of module-level code a second time
`;

const asked = process.argv.slice(2).filter((argument) => argument !== '--force');
const force = process.argv.includes('--force');
if (asked.includes('--help')) {
  console.log(USAGE);
  process.exit();
}
for (const place of asked.length > 0 ? asked : Object.keys(FOLDERS)) {
  const [name = '', ...part] = place.split('/');
  const folder = FOLDERS[name];
  if (folder === undefined) throw new Error(`${name} is no folder:\n\n${USAGE}`);
  // Not Stryker's own option testFiles: with it, mutations of what is done while a file loads are never tried.
  process.env['MUTATED_FOLDER'] = name;
  await new Stryker({
    mutate: part.length === 0 ? [...folder.mutate] : partOf(folder, part.join('/')),
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 20_000,
    incremental: true,
    force,
    incrementalFile: join(cacheFolder(process.env), 'mutation', `${name}.json`),
    thresholds: { high: 95, low: 90, break: 90 },
    // Stryker would rewrite it through the interface of TypeScript, which TypeScript 7 does not have.
    tsconfigFile: 'none',
    ignorePatterns: ['/cdk.out', '/coverage', '/results'],
    reporters: ['clear-text', 'progress'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  }).runMutationTest();
}

/** What of a folder lies in a part of it. */
function partOf({ mutate }: MutatedFolder, part: string): string[] {
  return mutate.map((pattern) =>
    pattern.startsWith('!') ? pattern : pattern.replace('**/*.ts', `${part}{,/**/*.ts}`),
  );
}
