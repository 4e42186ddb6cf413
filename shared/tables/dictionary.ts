import { type Bilingual, inLanguage, type Language, linesIn } from '#shared/language.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { alsoRead } from './also-read.ts';
import type { Column } from './table.ts';
import { EXPECTED_TABLES, TABLE_NAMES, TABLES, type TableName } from './tables.ts';

const TITLE: Bilingual = { fr: 'Les tableaux', en: 'The tables' };

const INTRODUCTION: Bilingual = {
  fr: `Un fichier CSV par tableau, reconnu à sa ligne d’en-tête, dont voici le modèle. L’ordre des colonnes est libre ; une colonne
facultative peut manquer ; une colonne inconnue fait refuser le fichier. Une cellule vide, \`NA\`, \`NC\` ou \`inconnu\` veut dire *non connu*.
D’autres écritures sont lues aussi : voir plus bas.`,
  en: `One CSV file for each table, recognised by its header row, of which these are the templates. Columns may stand in any order; an
optional one may be absent; an unknown one gets the file refused. A blank cell, \`NA\`, \`NC\` or \`unknown\` means *not known*.
Other spellings are read too: see below.`,
};

const HOW_IT_IS_MADE =
  '<!-- Made from the tables themselves by test/tables/dictionary.test.ts; "npm test -- -u" makes it anew. -->';

/** What the page calls the page of the settings: a link to it, or only its name where nothing else is at hand. */
const SETTINGS_PAGE: Bilingual = { fr: 'réglages de l’étude', en: 'settings of the study' };
const linked = ({ fr, en }: Bilingual, path: string): Bilingual => ({
  fr: `[${fr}](${path})`,
  en: `[${en}](${path})`,
});

type Limits = Pick<StudySettings, 'smallestLesionMillimetres' | 'mostLesionsMeasured'>;

const rulesWith = (
  { smallestLesionMillimetres, mostLesionsMeasured }: Limits,
  settingsPage: Bilingual,
): readonly Bilingual[] => [
  {
    fr: 'Un patient, un couple et un lecteur, une lésion, un lecteur n’a qu’une ligne dans tous les fichiers du centre.',
    en: 'A patient, a pair and reader, a lesion, a reader has one row in all the centre’s files.',
  },
  {
    fr: 'Un numéro de lecteur désigne une personne du centre, la même dans tous ses fichiers ; celui d’un autre centre est quelqu’un d’autre. Aucun nom n’est demandé.',
    en: 'A reader’s number is a person of the centre, the same in all its files; that of another centre is somebody else. No name is asked for.',
  },
  {
    fr: 'Les nombres de métastases sont obligatoires quand `countable` et `protocol_complete` sont `yes`, interdits quand `countable` ne l’est pas.',
    en: 'The numbers of metastases are required where `countable` and `protocol_complete` are `yes`, forbidden where `countable` is not.',
  },
  {
    fr: 'Le total d’une modalité compte les lésions distinctes : de chaque côté, au moins chaque séquence, au plus leur somme.',
    en: 'A modality’s total counts distinct lesions: on each side, at least each sequence, at most their sum.',
  },
  {
    fr: 'Les couples d’un patient sont numérotés dans l’ordre du temps ; un numéro de lésion désigne la même lésion dans tous.',
    en: 'A patient’s pairs are numbered in order of time; a lesion number means the same lesion in all of them.',
  },
  {
    fr: `Au plus ${mostLesionsMeasured} lésions par couple et lecteur, les plus grandes ; le plus grand diamètre d’une ligne est d’au moins ${smallestLesionMillimetres} mm, sauf pour un numéro de lésion qu’un couple antérieur du même fichier a déjà. 0 mm : il ne reste rien de la lésion sur cette séquence.`,
    en: `At most ${mostLesionsMeasured} lesions a pair and reader, the largest; a row’s largest diameter is at least ${smallestLesionMillimetres} mm, except for a lesion number that an earlier pair in the same file has already. 0 mm: nothing is left of the lesion on that sequence.`,
  },
  {
    fr: `Ces deux limites sont des ${settingsPage.fr}. \`no_lesion_over_5_mm\` garde son nom quand ils changent : aucune lésion du couple n’est assez grande.`,
    en: `These two limits are ${settingsPage.en}. \`no_lesion_over_5_mm\` keeps its name when they change: no lesion of the pair is large enough.`,
  },
  {
    fr: 'Dans `visibility`, un numéro désigne la même lésion que dans `lesions`, pour le même lecteur : le côté, le segment et la taille ne peuvent s’y contredire. Une lésion qu’aucune séquence ne montre a une `reference` autre que `none`.',
    en: 'In `visibility` a number means the same lesion as in `lesions`, for the same reader: side, segment and size may not contradict each other. A lesion that no sequence shows has a `reference` other than `none`.',
  },
  {
    fr: 'Où `lesions_listed` est `all`, les nombres de métastases de `pairs` sont ceux des lignes de `visibility` dont la nature est `metastasis` ; où il est `some` ou vide, ils sont au moins ceux-là.',
    en: 'Where `lesions_listed` is `all`, the numbers of metastases in `pairs` are those of the rows of `visibility` whose nature is `metastasis`; where it is `some` or blank, they are at least those.',
  },
];

/** The tables' columns as a page for those who fill them in, with the header rows to copy. Markdown, in this repository. */
export const dictionary = (limits: Limits): string =>
  page('both', [HOW_IT_IS_MADE], rulesWith(limits, linked(SETTINGS_PAGE, '../../docs/SETTINGS.md')));

/** The same page for somebody elsewhere, in their language. */
export const dictionaryIn = (language: Language, limits: Limits): string =>
  page(language, [], rulesWith(limits, SETTINGS_PAGE));

function page(language: Language, notes: readonly string[], rules: readonly Bilingual[]): string {
  const introduction = language === 'both' ? INTRODUCTIONS : [INTRODUCTION[language]];
  const parts = [
    `# ${inLanguage(language, TITLE)}`,
    ...introduction,
    ...notes,
    ...TABLE_NAMES.map((name) => section(name, language)),
    alsoRead(language),
    `## ${inLanguage(language, { fr: 'Règles', en: 'Rules' })}`,
    rules.map((rule) => `- ${linesIn(language, rule).join('\n  ')}`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

const INTRODUCTIONS = [`**FR** – ${INTRODUCTION.fr}`, `**EN** – ${INTRODUCTION.en}`];

function section(name: TableName, language: Language): string {
  const say = (text: Bilingual) => inLanguage(language, text);
  const { rowIs, title } = TABLES[name];
  const columns: readonly Column[] = TABLES[name].columns;
  return [
    `## ${name} – ${say(title)}`,
    say({
      fr: `Une ligne : ${rowIs.fr}.${EXPECTED_TABLES.includes(name) ? '' : ` ${OPTIONAL.fr}`}`,
      en: `One row: ${rowIs.en}.${EXPECTED_TABLES.includes(name) ? '' : ` ${OPTIONAL.en}`}`,
    }),
    `\`\`\`csv\n${columns.map((column) => column.name).join(';')}\n\`\`\``,
    [
      `| ${HEADINGS.map(say).join(' | ')} |`,
      '| --- | --- | --- | --- |',
      ...columns.map((column) => `| ${cellsOf(column, say).join(' | ')} |`),
    ].join('\n'),
  ].join('\n\n');
}

const OPTIONAL: Bilingual = {
  fr: 'Un centre peut n’en envoyer aucun.',
  en: 'A centre may send none.',
};

const HEADINGS: readonly Bilingual[] = [
  { fr: 'colonne', en: 'column' },
  { fr: '', en: '' },
  { fr: 'ce que c’est', en: 'what it is' },
  { fr: 'ce qu’on y écrit', en: 'what is written there' },
];

const REQUIRED: Bilingual = { fr: 'obligatoire', en: 'required' };

const cellsOf = (
  { name, title, kind, blank }: Column,
  say: (text: Bilingual) => string,
): readonly string[] => [
  `\`${name}\``,
  blank === undefined ? say(REQUIRED) : '',
  say(title),
  kind.words === undefined
    ? say(kind.expected)
    : Object.entries(kind.words)
        .map(([word, meaning]) => `\`${word}\` ${say(meaning)}${otherNames(kind, word, meaning)}`)
        .join('<br>'),
];

/** What a code is also called, besides its titles. */
function otherNames({ spellings }: Column['kind'], word: string, { fr, en }: Bilingual): string {
  const others = spellings(word).filter((spelling) => ![word, fr, en].includes(spelling));
  return others.length === 0 ? '' : ` (${others.map((other) => `\`${other}\``).join(' ')})`;
}
