import { type Bilingual, inLanguage, type Language, linesIn } from '#shared/language.ts';
import { type Command, EXIT, type OptionDefinition } from './command.ts';

/** The options of every command. */
const COMMON_OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  lang: {
    value: 'fr|en',
    summary: {
      fr: 'la langue ; sinon celle de l’environnement (LC_ALL, LC_MESSAGES, LANG), sinon les deux',
      en: 'the language; else that of the environment (LC_ALL, LC_MESSAGES, LANG), else both',
    },
  },
  help: { summary: { fr: 'montre cette aide', en: 'shows this help' } },
};

const VERSION: OptionDefinition = {
  summary: { fr: 'nomme la version du code', en: 'names the version of the code' },
};

/** What a command takes from the environment: who set one of these for `start` needs it for the others too. */
const ENVIRONMENT: Readonly<Record<string, Bilingual>> = {
  AWS_ENDPOINT_URL: {
    fr: 'où est l’étude ; sinon le LocalStack laissé par start, sinon AWS',
    en: 'where the study is; else the LocalStack that start left, else AWS',
  },
  CTMRI_CACHE: {
    fr: 'ce qui est installé, et quel LocalStack est en marche (~/.cache/ctmri)',
    en: 'what is installed, and which LocalStack is running (~/.cache/ctmri)',
  },
  'CTMRI_DEBUG=1': { fr: 'montre où une commande a échoué', en: 'shows where a command failed' },
};

/** All commands, each with what it does. */
export function generalHelp(commands: readonly Command[], language: Language): string {
  const entry = ([name, text]: readonly [string, Bilingual]) => entryLines(name, text, language);
  return [
    'npm run ctmri -- COMMAND [--help]',
    'npm run ctmri -- --version',
    '',
    ...commands.flatMap(({ usage, summary }) => entry([usage, summary])),
    '',
    inLanguage(language, { fr: 'options :', en: 'options:' }),
    ...optionLines({ ...COMMON_OPTIONS, version: VERSION }, language),
    '',
    inLanguage(language, { fr: 'environnement :', en: 'environment:' }),
    ...Object.entries(ENVIRONMENT).flatMap(entry),
    '',
    ...linesIn(language, exitCodes({ fr: 'la réponse est non', en: 'the answer is no' })),
  ].join('\n');
}

/** One command with its options. */
export function commandHelp(command: Command, language: Language): string {
  const { usage, summary, options, examples, answersNo } = command;
  return [
    `npm run ctmri -- ${usage}`,
    ...linesIn(language, summary).map((line) => `  ${line}`),
    '',
    ...optionLines({ ...options, ...COMMON_OPTIONS }, language),
    '',
    inLanguage(language, { fr: 'exemples :', en: 'examples:' }),
    ...examples.map((call) => `  npm run ctmri -- ${call}`),
    '',
    ...linesIn(language, exitCodes(answersNo)),
  ].join('\n');
}

const optionLines = (
  options: Readonly<Record<string, OptionDefinition>>,
  language: Language,
): readonly string[] =>
  Object.entries(options).flatMap(([name, { value, summary }]) =>
    entryLines(`--${name}${value === undefined ? '' : ` ${value}`}`, summary, language),
  );

const entryLines = (name: string, text: Bilingual, language: Language): readonly string[] => [
  `  ${name}`,
  ...linesIn(language, text).map((line) => `      ${line}`),
];

/** @param no what it means that the command ends with `EXIT.no`, where it may */
function exitCodes(no: Bilingual | undefined): Bilingual {
  const codes = [
    { code: EXIT.done, meaning: { fr: 'fait', en: 'done' } },
    ...(no === undefined ? [] : [{ code: EXIT.no, meaning: no }]),
    { code: EXIT.usage, meaning: { fr: 'appel incorrect', en: 'wrong call' } },
    { code: EXIT.failed, meaning: { fr: 'échec', en: 'failed' } },
    { code: EXIT.interrupted, meaning: { fr: 'interrompu', en: 'interrupted' } },
  ];
  const listed = (of: keyof Bilingual) =>
    codes.map(({ code, meaning }) => `${code} ${meaning[of]}`).join(', ');
  return { fr: `codes de sortie : ${listed('fr')}`, en: `exit codes: ${listed('en')}` };
}
