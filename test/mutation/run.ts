import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { FOLDERS } from './folders.ts';

/*
 * npm run mutation [-- FOLDER …]: mutates the code, line by line, and says which mutations no test noticed. Results
 * are kept in the cache, so that a second run tries only what changed since.
 */

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(FOLDERS)) {
  const folder = FOLDERS[name];
  if (folder === undefined) throw new Error(`${name} is none of ${Object.keys(FOLDERS).join(', ')}`);
  // Not Stryker's own option testFiles: with it, mutations of what is done while a file loads are never tried.
  process.env['MUTATED_FOLDER'] = name;
  await new Stryker({
    mutate: [...folder.mutate],
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 20_000,
    incremental: true,
    incrementalFile: join(cacheFolder(process.env), 'mutation', `${name}.json`),
    thresholds: { high: 95, low: 90, break: 90 },
    // Stryker would rewrite it through the interface of TypeScript, which TypeScript 7 does not have.
    tsconfigFile: 'none',
    ignorePatterns: ['/cdk.out', '/coverage', '/results'],
    reporters: ['clear-text', 'progress'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  }).runMutationTest();
}
