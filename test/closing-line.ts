import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the run with `N passed, N failed`, for people and for continuous integration to read, and before it with every
 * test that was skipped and why.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: 'passed' | 'failed' | 'skipped') =>
      tests.filter((test) => test.result().state === state).length;
    // A file that fails to load has no tests, and an error outside any test belongs to none.
    const broken = modules.filter((module) => module.state() === 'failed' && !hasFailedTest(module)).length;
    const failed = count('failed') + broken + errors.length;
    const skipped = count('skipped');
    const reasons = tests.flatMap((test) => {
      const result = test.result();
      return result.state === 'skipped' && result.note !== undefined
        ? [`skipped: ${test.fullName}: ${result.note}\n`]
        : [];
    });
    process.on('exit', () => {
      process.stdout.write(reasons.join(''));
      process.stdout.write(
        `${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
      );
    });
  }
}

const hasFailedTest = (module: TestModule): boolean =>
  [...module.children.allTests()].some((test) => test.result().state === 'failed');
