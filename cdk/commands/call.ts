import { parseArgs } from 'node:util';
import type { Bilingual } from '#shared/language.ts';
import { type Call, type Command, wrongUsage } from './command.ts';

/** What was typed after a command's name; `help` where that was asked for. */
export function readCall(command: Command, words: readonly string[]): Call | 'help' {
  const args = [...words];
  const options = optionsOf(command);
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values['help'] === true) return 'help';
    const given = Object.entries(values).map(([name, value]) => [name, String(value)] as const);
    return { positionals, options: new Map(given) };
  } catch {
    const fault = faultIn(command, words);
    throw wrongUsage({
      fr: `${fault.fr} Utilisation : npm run ctmri -- ${command.usage}`,
      en: `${fault.en} Usage: npm run ctmri -- ${command.usage}`,
    });
  }
}

function optionsOf(command: Command) {
  const own = Object.entries(command.options).map(([name, { value }]) => {
    const type: 'boolean' | 'string' = value === undefined ? 'boolean' : 'string';
    return [name, { type }] as const;
  });
  return { ...Object.fromEntries(own), help: { type: 'boolean' as const, short: 'h' } };
}

/** Which option of a call is wrong, and why: the parser says it in English alone. */
function faultIn(command: Command, words: readonly string[]): Bilingual {
  const options = optionsOf(command);
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true });
  const given = tokens.filter((token) => token.kind === 'option');
  const unknown = given.find(({ name }) => !Object.hasOwn(options, name));
  if (unknown !== undefined) {
    const { rawName } = unknown;
    return { fr: `L’option ${rawName} n’existe pas ici.`, en: `There is no option ${rawName} here.` };
  }
  const takesValue = (name: string) => command.options[name]?.value !== undefined;
  const loaded = given.find(({ name, value }) => value !== undefined && !takesValue(name));
  if (loaded !== undefined) {
    const { rawName } = loaded;
    return { fr: `L’option ${rawName} ne prend pas de valeur.`, en: `The option ${rawName} takes no value.` };
  }
  const bare = given.find(
    ({ name, value, inlineValue }) =>
      takesValue(name) && (value === undefined || (!inlineValue && value.startsWith('-'))),
  );
  const which = bare === undefined ? '' : ` ${bare.rawName}`;
  return { fr: `Il manque une valeur à l’option${which}.`, en: `The option${which} lacks its value.` };
}
