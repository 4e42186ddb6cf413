import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FIXTURE = join(import.meta.dirname, 'closing-line-fixture');
const VITEST = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');

it('a run ends with how many passed, failed and were skipped, and why', async () => {
  const command = [VITEST, 'run', '--root', FIXTURE];
  const { code, stdout } = await new Promise<{ code: unknown; stdout: string }>((resolve) => {
    execFile(process.execPath, command, (error, output) => resolve({ code: error?.code, stdout: output }));
  });
  expect(code).toBe(1);
  expect(stdout.trimEnd().split('\n')).toEqual([
    'skipped, the emulator is missing:',
    '  every-ending.spec.ts > is skipped with a reason',
    'skipped, without a reason (by .skip, .only or a filter):',
    '  every-ending.spec.ts > is skipped without a reason',
    // The failed test, the file that does not load and the error outside any test.
    '2 passed, 3 failed, 2 skipped',
  ]);
});
