import { agreeing, counted } from '#shared/language.ts';
import { inFrenchType, NO_BREAK, visible } from '#shared/typography.ts';
import type { ProblemGroup } from '#shared/validation/problem-groups.ts';

interface Findings {
  /** In order of their first line. */
  readonly groups: readonly ProblemGroup[];
  /** All findings, also those of no group. */
  readonly count: number;
  /** How many entries of one kind are shown. */
  readonly shownOfAKind: number;
}

/** How many lines an entry names to a person. */
const LINES_NAMED = 10;

/** Findings as lines of text: for each entry its place, its code and, below, what to do. */
export function* findingsText(
  { groups, count, shownOfAKind }: Findings,
  language: 'fr' | 'en',
): Generator<string> {
  const ofKind = new Map<string, number>();
  let told = 0;
  for (const group of groups) {
    const before = ofKind.get(group.code) ?? 0;
    ofKind.set(group.code, before + 1);
    if (before >= shownOfAKind) continue;
    told += group.count;
    const { message } = group;
    yield '';
    yield `${placeText(group, language)}   [${group.code}]`;
    yield `   ${language === 'fr' ? inFrenchType(message.fr) : message.en}`;
  }
  if (told >= count) return;
  const others = counted(count - told, { fr: 'autre', en: 'more' }, { fr: 'autres', en: 'more' });
  yield '';
  yield language === 'fr'
    ? `… et ${others.fr}, dans le fichier annoté`
    : `… and ${others.en}, in the annotated file`;
}

/** A place in a file in words: `colonne sex, « homme », lignes 2, 5`. */
export function placeText({ column, value, lines, places }: ProblemGroup, language: 'fr' | 'en'): string {
  const parts = [
    ...(column === null ? [] : [`${language === 'fr' ? 'colonne' : 'column'} ${visible(column)}`]),
    ...(value === null || value === '' ? [] : [quoted(visible(value), language)]),
    ...(lines.length === 0 ? [] : [linesText(lines, places, language)]),
  ];
  return parts.length === 0 ? (language === 'fr' ? 'fichier' : 'file') : parts.join(', ');
}

const quoted = (value: string, language: 'fr' | 'en') =>
  language === 'fr' ? `«${NO_BREAK}${value}${NO_BREAK}»` : `“${value}”`;

function linesText(lines: readonly number[], places: number, language: 'fr' | 'en'): string {
  const word = agreeing(lines.length, { fr: 'ligne', en: 'line' }, { fr: 'lignes', en: 'lines' })[language];
  const named = lines.slice(0, LINES_NAMED);
  const all = counted(places, { fr: 'ligne', en: 'line' }, { fr: 'lignes', en: 'lines' })[language];
  const rest = places > named.length ? ` … (${all})` : '';
  return `${word} ${named.join(', ')}${rest}`;
}
