import type { Terminal } from '#cdk/commands/command.ts';
import { inLanguage, type Language } from '#shared/language.ts';

/** A terminal that keeps what is said to it. */
export function silentTerminal(language: Language = 'en', environment: NodeJS.ProcessEnv = {}) {
  const printed: string[] = [];
  const reported: string[] = [];
  const terminal: Terminal = {
    language,
    say: (text) => inLanguage(language, text),
    print: (text) => void printed.push(text),
    report: (text) => void reported.push(text),
    environment,
    signal: new AbortController().signal,
  };
  return { terminal, printed, reported };
}
