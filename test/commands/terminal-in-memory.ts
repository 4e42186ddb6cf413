import type { Language } from '#shared/language.ts';
import { silentTerminal } from './silent-terminal.ts';

/** A terminal whose output is asked for as a whole, and read where it is JSON. */
export function terminalIn(language: Language, environment: NodeJS.ProcessEnv = {}) {
  const { terminal, printed, reported } = silentTerminal(language, environment);
  return {
    terminal,
    printed: () => printed.join('\n'),
    reported: () => reported.join('\n'),
    json: (): unknown => JSON.parse(printed.join('\n')),
  };
}

export const optionsOf = (options: Readonly<Record<string, string>> = {}) => ({
  options: new Map(Object.entries(options)),
});
