import { parseArgs } from 'node:util';
import { type Call, type Command, wrongUsage } from './command.ts';

/** What was typed after a command's name; `help` where that was asked for. */
export function readCall(command: Command, words: readonly string[]): Call | 'help' {
  const own = Object.entries(command.options).map(
    ([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }] as const,
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...Object.fromEntries(own), help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values['help'] === true) return 'help';
    const options = Object.entries(values).map(([name, value]) => [name, String(value)] as const);
    return { positionals, options: new Map(options) };
  } catch {
    throw wrongUsage({
      fr: `Appel incorrect. Utilisation : npm run ctmri -- ${command.usage}`,
      en: `Wrong call. Usage: npm run ctmri -- ${command.usage}`,
    });
  }
}
