import type { Bilingual } from '#shared/language.ts';
import type { ResultColumn } from '#shared/publication/result-table.ts';
import { bilingual } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';

/** The units that are words; others, such as `mm`, are the same in both languages. */
const UNIT_WORDS: Readonly<Record<string, Bilingual>> = {
  metastases: { fr: 'métastases', en: 'metastases' },
  'percentage points': { fr: 'points de pourcentage', en: 'percentage points' },
};

/** The unit of a column in brackets, with a space before it. */
function unitOf({ unit }: ResultColumn): Content {
  if (unit === null) return null;
  const word = UNIT_WORDS[unit];
  return word === undefined ? ` (${unit})` : bilingual({ fr: ` (${word.fr})`, en: ` (${word.en})` });
}

/** A column's title and unit, and the name that it has in the file. */
export const titledColumn = (column: ResultColumn, name: Content = column.name): Content => [
  bilingual(column.title),
  unitOf(column),
  ' ',
  element('code', null, name),
];

/** The same as a heading, whose name may be broken. */
export const columnHeading = (column: ResultColumn, kind?: string): Content =>
  element('th', { scope: 'col', class: kind }, titledColumn(column, breakable(column.name)));

/** A name that may be broken after each underscore. */
const breakable = (name: string): Content =>
  name.split('_').map((part, position) => (position === 0 ? part : ['_', element('wbr', null), part]));
