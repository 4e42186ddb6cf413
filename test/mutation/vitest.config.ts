import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { FOLDERS } from './folders.ts';

const folder = FOLDERS[process.env['MUTATED_FOLDER'] ?? ''];
if (folder === undefined) throw new Error('run the mutations by npm run mutation');

const isSlow = ({ moduleId }: TestSpecification) => folder.slow?.test(moduleId) === true;

class SlowOnesLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => Number(isSlow(a)) - Number(isSlow(b)));
  }
}

/** The tests that Stryker runs over the folder that it mutates, one file after the other. */
export default defineConfig({
  test: {
    include: [...folder.tests],
    setupFiles: ['test/seeds/one-seed.ts'],
    // The files share their imports, which cost more than the tests. Each mutation starts from fresh ones all the same.
    isolate: false,
    // A mutation that makes a test wait for ever is noticed; no test needs nearly as long otherwise.
    testTimeout: 30_000,
    sequence: { sequencer: SlowOnesLast },
  },
});
