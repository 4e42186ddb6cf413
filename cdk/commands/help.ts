import { bothLanguages } from '#shared/language.ts';
import { type Command, EXIT } from './command.ts';

const EXIT_CODES = bothLanguages({
  fr: `codes de sortie : ${EXIT.done} fait, ${EXIT.refused} un fichier est refusé, ${EXIT.usage} appel incorrect, ${EXIT.failed} échec, ${EXIT.interrupted} interrompu`,
  en: `exit codes: ${EXIT.done} done, ${EXIT.refused} a file is refused, ${EXIT.usage} wrong call, ${EXIT.failed} failed, ${EXIT.interrupted} interrupted`,
});

/** What a command takes from the environment: who set one of these for `start` needs it for the others too. */
const ENVIRONMENT = [
  bothLanguages({ fr: 'environnement :', en: 'environment:' }),
  ...Object.entries({
    AWS_ENDPOINT_URL: {
      fr: 'où est l’étude ; sinon le LocalStack laissé par start, sinon AWS',
      en: 'where the study is; else the LocalStack that start left, else AWS',
    },
    CTMRI_CACHE: {
      fr: 'ce qui est installé, et quel LocalStack est en marche (~/.cache/ctmri)',
      en: 'what is installed, and which LocalStack is running (~/.cache/ctmri)',
    },
    'CTMRI_DEBUG=1': { fr: 'montre où une commande a échoué', en: 'shows where a command failed' },
  }).map(([name, { fr, en }]) => `  ${name}\n      ${fr}\n      ${en}`),
];

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
    ...ENVIRONMENT,
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
