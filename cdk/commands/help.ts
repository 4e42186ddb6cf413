import { bothLanguages } from '#shared/language.ts';
import { type Command, EXIT } from './command.ts';

const EXIT_CODES = bothLanguages({
  fr: `codes de sortie : ${EXIT.done} fait, ${EXIT.refused} un fichier est refusé, ${EXIT.usage} appel incorrect, ${EXIT.failed} échec, ${EXIT.interrupted} interrompu`,
  en: `exit codes: ${EXIT.done} done, ${EXIT.refused} a file is refused, ${EXIT.usage} wrong call, ${EXIT.failed} failed, ${EXIT.interrupted} interrupted`,
});

/** All commands, a line each. */
export function generalHelp(commands: ReadonlyMap<string, Command>): string {
  const entries = [...commands.values()].map(
    ({ usage, summary }) => `  ${usage}\n      ${summary.fr}\n      ${summary.en}`,
  );
  return [
    'npm run ctmri -- COMMAND [--help]',
    'npm run ctmri -- --version',
    '',
    ...entries,
    '',
    EXIT_CODES,
  ].join('\n');
}

/** One command with its options. */
export function commandHelp({ usage, summary, options, examples }: Command): string {
  const entries = Object.entries(options).map(
    ([name, { value, summary: text }]) =>
      `  --${name}${value === undefined ? '' : ` ${value}`}   ${bothLanguages(text)}`,
  );
  return [
    `npm run ctmri -- ${usage}`,
    `  ${summary.fr}`,
    `  ${summary.en}`,
    '',
    ...entries,
    `  --help   ${bothLanguages({ fr: 'montre cette aide', en: 'shows this help' })}`,
    '',
    bothLanguages({ fr: 'exemples :', en: 'examples:' }),
    ...examples.map((call) => `  npm run ctmri -- ${call}`),
    '',
    EXIT_CODES,
  ].join('\n');
}
