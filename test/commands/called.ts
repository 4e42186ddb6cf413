import { runCommand } from '#cdk/commands/run-command.ts';

/** Calls `ctmri` in this process, with these variables of the environment: how it exits, and what it says. */
export async function ctmriIn(environment: NodeJS.ProcessEnv, ...words: readonly string[]) {
  const [printed, reported]: [string[], string[]] = [[], []];
  const exitCode = await runCommand(words, {
    print: (text) => void printed.push(text),
    report: (text) => void reported.push(text),
    environment,
    signal: new AbortController().signal,
  });
  return { exitCode, printed: printed.join('\n'), reported: reported.join('\n') };
}

/** The same where nothing tells the reader's language. */
export const ctmri = (...words: readonly string[]) => ctmriIn({}, ...words);
