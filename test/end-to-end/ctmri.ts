import { spawn } from 'node:child_process';
import { COMMAND } from './local-computation.ts';
import { stack } from './own-stack.ts';

export interface Ended {
  readonly exitCode: number | null;
  readonly printed: string;
  readonly reported: string;
}

/** Runs `ctmri` as a user does whose locale names no language, against the deployed study. */
export function ctmri(...words: readonly string[]): Promise<Ended> {
  const command = spawn(process.execPath, [COMMAND, ...words], {
    env: { ...process.env, ...stack.environment, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let reported = '';
  command.stdout.on('data', (text) => {
    printed += String(text);
  });
  command.stderr.on('data', (text) => {
    reported += String(text);
  });
  return new Promise((resolve) => {
    command.on('close', (exitCode) => resolve({ exitCode, printed, reported }));
  });
}
