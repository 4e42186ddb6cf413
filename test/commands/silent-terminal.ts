import type { Terminal } from '#cdk/commands/command.ts';

/** A terminal that keeps what is said to it, in English. */
export function silentTerminal() {
  const printed: string[] = [];
  const reported: string[] = [];
  const terminal: Terminal = {
    print: (text) => void printed.push(text),
    report: (text) => void reported.push(text),
    say: ({ en }) => en,
    language: 'en',
    environment: {},
    signal: new AbortController().signal,
  };
  return { terminal, printed, reported };
}
