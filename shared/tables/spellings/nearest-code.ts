import { codesOf, type Titles } from '#shared/language.ts';
import { plainWord } from './plain-word.ts';

/** No code is so long that a longer cell could be a slip of the keyboard. */
const LONGEST_SLIP = 80;

const wordsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => (word === '' ? [] : [plainWord(word)]));

/** What each code is called, and what is written for it. */
export type NamesOf<V extends string> = (code: V) => readonly string[];

/**
 * The code that a cell may have meant, where it is one only: whose name has all words of the cell, be they cut short, or
 * is in it, or shares a word with it, or is a few letters away. For a suggestion, never to read by.
 */
export function nearestCode<V extends string>(
  cell: string,
  titles: Titles<V>,
  names: NamesOf<V>,
): V | undefined {
  if (cell.length > LONGEST_SLIP) return undefined;
  const codes = codesOf(titles);
  const words = wordsOf(cell).filter((word) => word.length > 2);
  for (const share of words.length === 0 ? [] : SHARING) {
    const sharing = codes.filter((code) => names(code).some((name) => share(words, wordsOf(name))));
    if (sharing.length > 0) return sharing.length === 1 ? sharing[0] : undefined;
  }

  const written = plainWord(cell);
  const distances = codes
    .map((code) => ({
      code,
      distance: Math.min(
        ...names(code)
          .filter((name) => isNegated(wordsOf(name)) === isNegated(words))
          .map((name) => slips(written, plainWord(name))),
      ),
    }))
    .toSorted((a, b) => a.distance - b.distance);
  const [nearest, next] = distances;
  if (nearest === undefined || nearest.distance === Number.POSITIVE_INFINITY) return undefined;
  return nearest.distance === next?.distance ? undefined : nearest.code;
}

type Words = readonly string[];

const NEGATIONS: ReadonlySet<string> = new Set(['non', 'pas', 'sans', 'aucun', 'aucune', 'not', 'without']);
const isNegated = (words: Words) => words.some((word) => NEGATIONS.has(word));

/** Shorter ones are in many names. */
const LETTERS_OF_A_TELLING_WORD = 4;

/** How a name may share the words of a cell, the closest way first; what is denied is not what is said. */
const SHARING: readonly ((cell: Words, name: Words) => boolean)[] = [
  (cell, name) => cell.every((word) => name.some((whole) => whole.startsWith(word))),
  (cell, name) =>
    name.length > 0 && isNegated(cell) === isNegated(name) && name.every((word) => cell.includes(word)),
  (cell, name) =>
    isNegated(cell) === isNegated(name) &&
    name.some((word) => word.length >= LETTERS_OF_A_TELLING_WORD && cell.includes(word)),
];

/** The letters to add, drop or change between two words; infinity for more than a third of the longer one. */
function slips(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  const most = Math.min(Math.max(1, Math.floor(longer / 3)), longer - 1);
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  const distance = row[b.length] ?? 0;
  return distance > most ? Number.POSITIVE_INFINITY : distance;
}
