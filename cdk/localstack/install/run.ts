import { tmpdir } from 'node:os';
import type { Progress } from '../bilingual.ts';
import { startGroup } from '../process-group.ts';

/** How installing talks to its surroundings. */
export interface InstallContext {
  readonly cacheFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly progress: Progress;
}

export interface CommandResult {
  readonly succeeded: boolean;
  /** Standard output and error, in the order they came. */
  readonly output: string;
}

/** Runs a command to its end; it ends with us, and so does all that it starts. A command that is not there has failed. */
export async function run(
  command: readonly string[],
  environment: NodeJS.ProcessEnv,
  folder = tmpdir(),
): Promise<CommandResult> {
  let output = '';
  const group = startGroup(command, {
    environment,
    folder,
    onOutput: (text) => {
      output += text;
    },
  });
  return { succeeded: (await group.ended) === 0, output };
}

/** The line that says most about a failure: the last that is not empty. */
export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? '';
}
