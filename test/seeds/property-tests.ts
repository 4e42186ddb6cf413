import { globSync, readFileSync } from 'node:fs';

/** The files of unit tests that draw their inputs, but for histories, whose seed is their own and whose long run too. */
export const propertyTests = (): readonly string[] =>
  globSync('test/**/*.test.ts', { exclude: ['test/functions/**', 'test/long/**', 'test/end-to-end/**'] })
    .filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'"))
    .sort();
