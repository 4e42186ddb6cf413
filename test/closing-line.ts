import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Ends the run with `N passed, N failed`, for people and for continuous integration to read. Tests that were
 * skipped are named before it with their reasons, so that none is forgotten in silence.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const text = closingText(modules, errors);
    process.on('exit', () => void process.stdout.write(text));
  }
}

function closingText(modules: readonly TestModule[], errors: readonly unknown[]): string {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (state: 'passed' | 'failed' | 'skipped') =>
    tests.filter((test) => test.result().state === state);
  // A file that fails to load has no tests, and an error outside any test belongs to none.
  const broken = modules.filter((module) => module.state() === 'failed' && !hasFailedTest(module)).length;
  const failed = inState('failed').length + broken + errors.length;
  const skipped = inState('skipped');
  const counted = `${inState('passed').length} passed, ${failed} failed`;
  return [
    ...skippedLines(skipped),
    `${counted}${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
    '',
  ].join('\n');
}

/** Whoever filters by name skips hundreds. */
const MOST_NAMED = 10;

/** The skipped tests, those of one reason together. */
function skippedLines(skipped: readonly TestCase[]): readonly string[] {
  const byReason = Map.groupBy(skipped, reasonOf);
  return [...byReason].flatMap(([reason, tests]) => [
    `skipped, ${reason}:`,
    ...tests.slice(0, MOST_NAMED).map((test) => `  ${test.module.relativeModuleId} > ${test.fullName}`),
    ...(tests.length > MOST_NAMED ? [`  and ${tests.length - MOST_NAMED} more`] : []),
  ]);
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return note ?? 'without a reason (by .skip, .only or a filter)';
}

const hasFailedTest = (module: TestModule): boolean =>
  [...module.children.allTests()].some((test) => test.result().state === 'failed');
