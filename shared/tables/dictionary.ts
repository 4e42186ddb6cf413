import { type Bilingual, bothLanguages } from '#shared/language.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { Column } from './table.ts';
import { TABLE_NAMES, TABLES, type TableName } from './tables.ts';

const INTRODUCTION = `# Les trois tableaux / The three tables

**FR** – Un fichier CSV par tableau, reconnu à sa ligne d’en-tête, dont voici le modèle. L’ordre des colonnes est libre ; une colonne
facultative peut manquer ; une colonne inconnue fait refuser le fichier. Une cellule vide, \`NA\` ou \`NC\` veut dire *non connu*.

**EN** – One CSV file for each table, recognised by its header row, of which these are the templates. Columns may stand in any order; an
optional one may be absent; an unknown one gets the file refused. A blank cell, \`NA\` or \`NC\` means *not known*.

<!-- Made from the tables themselves by test/tables/dictionary.test.ts; "npm test -- -u" makes it anew. -->`;

type Limits = Pick<StudySettings, 'smallestLesionMillimetres' | 'mostLesionsMeasured'>;

const rulesWith = ({ smallestLesionMillimetres, mostLesionsMeasured }: Limits): readonly Bilingual[] => [
  {
    fr: 'Un patient, un couple et un lecteur, une lésion n’a qu’une ligne dans tous les fichiers du centre.',
    en: 'A patient, a pair and reader, a lesion has one row in all the centre’s files.',
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
    fr: `Au plus ${mostLesionsMeasured} lésions par couple et lecteur, les plus grandes ; le plus grand diamètre d’une ligne est d’au moins ${smallestLesionMillimetres} mm. 0 mm : il ne reste rien de la lésion sur cette séquence.`,
    en: `At most ${mostLesionsMeasured} lesions a pair and reader, the largest; a row’s largest diameter is at least ${smallestLesionMillimetres} mm. 0 mm: nothing is left of the lesion on that sequence.`,
  },
  {
    fr: 'Ces deux limites sont des [réglages de l’étude](../../docs/SETTINGS.md). `no_lesion_over_5_mm` garde son nom quand ils changent : aucune lésion du couple n’est assez grande.',
    en: 'These two limits are [settings of the study](../../docs/SETTINGS.md). `no_lesion_over_5_mm` keeps its name when they change: no lesion of the pair is large enough.',
  },
];

/** The tables' columns as a page for those who fill them in, with the header rows to copy. Markdown. */
export function dictionary(limits: Limits): string {
  const rules = rulesWith(limits)
    .map(({ fr, en }) => `- ${fr}\n  ${en}`)
    .join('\n');
  const parts = [INTRODUCTION, ...TABLE_NAMES.map(section), '## Règles / Rules', rules];
  return `${parts.join('\n\n')}\n`;
}

function section(name: TableName): string {
  const { rowIs, title } = TABLES[name];
  const columns: readonly Column[] = TABLES[name].columns;
  return [
    `## ${name} – ${bothLanguages(title)}`,
    `Une ligne : ${rowIs.fr}. / One row: ${rowIs.en}.`,
    `\`\`\`csv\n${columns.map((column) => column.name).join(';')}\n\`\`\``,
    [
      '| colonne / column | | ce que c’est / what it is | ce qu’on y écrit / what is written there |',
      '| --- | --- | --- | --- |',
      ...columns.map((column) => `| ${cellsOf(column).join(' | ')} |`),
    ].join('\n'),
  ].join('\n\n');
}

const cellsOf = ({ name, title, kind, blank }: Column): readonly string[] => [
  `\`${name}\``,
  blank === undefined ? 'obligatoire / required' : '',
  bothLanguages(title),
  kind.words === undefined
    ? bothLanguages(kind.expected)
    : Object.entries(kind.words)
        .map(([word, meaning]) => `\`${word}\` ${bothLanguages(meaning)}`)
        .join('<br>'),
];
