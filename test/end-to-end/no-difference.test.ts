import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '#cdk/fingerprint.ts';
import { STACK_NAME } from '#cdk/stack-outputs.ts';
import { stack } from './own-stack.ts';

const PROGRAMS = join(PROJECT, 'node_modules', '.bin');

/** `npx cdk diff --fail` with these settings: its exit code is 1 where the deployed template is another. */
function difference(...settings: readonly string[]): {
  readonly status: number | null;
  readonly output: string;
} {
  const outdir = mkdtempSync(join(tmpdir(), 'ctmri-diff-'));
  const { PATH } = process.env;
  const { status, stdout, stderr } = spawnSync(
    'cdk',
    ['diff', STACK_NAME, '--fail', '--method', 'template', '--ci', '--no-notices', '-o', outdir, ...settings],
    {
      cwd: PROJECT,
      encoding: 'utf8',
      env: { ...process.env, ...stack.environment, PATH: [PROGRAMS, PATH].join(delimiter) },
    },
  );
  rmSync(outdir, { recursive: true });
  return { status, output: stdout + stderr };
}

describe('cdk diff', () => {
  it('is silent where nothing changed since the deployment', () => {
    const { status, output } = difference();
    expect(output).toContain('There were no differences');
    expect(status).toBe(0);
  });

  it('says what a setting would change', () => {
    const { status, output } = difference('-c', 'retentionDays=30');
    expect(output).toContain('RetentionInDays');
    expect(status).toBe(1);
  });
});
