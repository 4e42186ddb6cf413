import { type Bilingual, inLanguage, type Language } from '#shared/language.ts';
import {
  type CellValue,
  type ColumnKind,
  day,
  decimalNumber,
  millimetres,
  wholeNumber,
  yesNo,
} from './column-kinds.ts';
import { headerSpellings } from './header-names.ts';
import { PATIENTS } from './patients.ts';
import { NOT_KNOWN_WORDS } from './spellings/not-known.ts';
import type { Column } from './table.ts';

const written = (spellings: readonly string[]) => spellings.map((spelling) => `\`${spelling}\``).join(' ');
const spelt = <V extends CellValue>(kind: ColumnKind<V>, ...values: readonly V[]) =>
  values.map((value) => written(kind.spellings(value))).join('<br>');

const columnOf = (name: string): Column => {
  const found = PATIENTS.columns.find((column: Column) => column.name === name);
  if (found === undefined) throw new Error(`patients have no column ${name}`);
  return found;
};
const codeOf = (column: string, code: string) => written(columnOf(column).kind.spellings(code));

/** Each kind of cell with an example of every way in which it is read, the study's own first. */
const EXAMPLES: readonly (readonly [Bilingual, string])[] = [
  [{ fr: 'nombre entier', en: 'whole number' }, spelt(wholeNumber({ from: 0 }), 5)],
  [{ fr: 'nombre', en: 'number' }, spelt(decimalNumber({ from: 0, unit: '%' }), 0.5)],
  [{ fr: 'millimètres', en: 'millimetres' }, spelt(millimetres({ from: 0 }), 12.8)],
  [
    {
      fr: 'date, suivie ou non d’une heure : le jour avant le mois',
      en: 'date, with a time or not: the day before the month',
    },
    spelt(day, '2021-03-09'),
  ],
  [{ fr: 'oui ou non', en: 'yes or no' }, spelt(yesNo, true, false)],
  [
    { fr: 'code, ou son intitulé', en: 'code, or its title' },
    [codeOf('primary_site', 'small_bowel'), codeOf('sex', 'M')].join('<br>'),
  ],
  [{ fr: 'non connu, ou vide', en: 'not known, or blank' }, written(NOT_KNOWN_WORDS)],
  [{ fr: 'en-tête', en: 'header' }, written(headerSpellings(columnOf('age_at_diagnosis')))],
];

const TITLE: Bilingual = { fr: 'Ce qui est lu aussi', en: 'What is also read' };
const SAME: Bilingual = { fr: 'ce qui veut dire la même chose', en: 'what means the same' };

const RULE: Bilingual = {
  fr: 'La première écriture de chaque ligne est celle de l’étude. Les mots sont lus en majuscules ou en minuscules ; codes et en-têtes aussi sans accents, avec espace, trait d’union ou `_`. Rien n’est deviné : `03/04/2021` est le 3 avril, et une limite (`<5`), un intervalle, un mois écrit d’abord, des milliers séparés sont refusés, avec ce qu’il faut écrire.',
  en: 'The first spelling of each line is the study’s own. Words are read in any case; codes and headers also without accents, with a space, hyphen or `_`. Nothing is guessed: `03/04/2021` is the 3rd of April, and a limit (`<5`), a range, a month written first, separated thousands are refused, with what to write instead.',
};

/** The harmless spellings that are read, as a part of the dictionary. Markdown. */
export function alsoRead(language: Language): string {
  const say = (text: Bilingual) => inLanguage(language, text);
  return [
    `## ${say(TITLE)}`,
    ...(language === 'both' ? [`**FR** – ${RULE.fr}`, `**EN** – ${RULE.en}`] : [RULE[language]]),
    [
      `| | ${say(SAME)} |`,
      '| --- | --- |',
      ...EXAMPLES.map(([kind, spellings]) => `| ${say(kind)} | ${spellings} |`),
    ].join('\n'),
  ].join('\n\n');
}
