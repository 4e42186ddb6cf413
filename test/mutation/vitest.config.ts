import { defineConfig } from 'vitest/config';
import { FOLDERS } from './folders.ts';

const folder = FOLDERS[process.env['MUTATED_FOLDER'] ?? ''];
if (folder === undefined) throw new Error('run the mutations by npm run mutation');

/** The tests that Stryker runs over the folder that it mutates. */
export default defineConfig({
  test: { include: [...folder.tests], testTimeout: 120_000 },
});
