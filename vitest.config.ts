import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;
const NEEDS_A_STACK = ['test/end-to-end/**/*.test.ts'];
const NEEDS_LOCALSTACK = ['test/localstack/**/*.e2e.test.ts'];
const SYNTHESISES = ['test/stack/**/*.test.ts'];
/** A test that ends without having compared anything fails, whatever let it end (CDK’s own assertions do not count). */
const NONE_IS_EMPTY = { requireAssertions: true };

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    // A snapshot that is not there fails, as in continuous integration; "-u" writes it.
    update: 'none',
    // One project after another, in this order: those that run at once must have as many workers as each other.
    projects: [
      {
        test: {
          name: 'unit',
          expect: NONE_IS_EMPTY,
          include: ['test/**/*.test.ts'],
          exclude: [...NEEDS_A_STACK, ...NEEDS_LOCALSTACK, ...SYNTHESISES],
          setupFiles: ['test/seeds/one-seed.ts'],
          sequence: { groupOrder: 1 },
          maxWorkers: availableParallelism(),
          // What the files of a worker import is loaded once; one that mocks a module sees to it itself that no other gets it.
          isolate: false,
          // On a busy machine a test, or what goes before it, may wait for its turn; none of them measures time.
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        test: {
          name: 'stack',
          include: SYNTHESISES,
          sequence: { groupOrder: 2 },
          testTimeout: 2 * MINUTE,
          hookTimeout: 5 * MINUTE,
          // One synthesis serves all files.
          isolate: false,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'localstack',
          expect: NONE_IS_EMPTY,
          include: NEEDS_LOCALSTACK,
          sequence: { groupOrder: 3 },
          testTimeout: 5 * MINUTE,
          hookTimeout: 15 * MINUTE,
        },
      },
      {
        test: {
          name: 'end-to-end',
          expect: NONE_IS_EMPTY,
          include: NEEDS_A_STACK,
          globalSetup: ['test/end-to-end/deployed-stack.ts'],
          sequence: { groupOrder: 4 },
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
          // Each file has a deployed study of its own while it runs; behind AWS_ENDPOINT_URL there is one.
          maxWorkers: process.env['AWS_ENDPOINT_URL'] === undefined ? 2 : 1,
        },
      },
    ],
  },
});
