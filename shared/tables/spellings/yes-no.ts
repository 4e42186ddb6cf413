import type { Bilingual } from '#shared/language.ts';
import { whyNoValue } from './any-cell-reasons.ts';

/** The words for yes and for no, each pair in French and English as people, Excel, R and databases write it; in any case. */
export const YES_NO_WORDS = {
  yes: ['yes', 'oui', 'y', 'o', 'vrai', 'true', 't', '1'],
  no: ['no', 'non', 'n', 'faux', 'false', 'f', '0'],
} as const satisfies Readonly<Record<'yes' | 'no', readonly string[]>>;

const MEANINGS: ReadonlyMap<string, boolean> = new Map([
  ...YES_NO_WORDS.yes.map((word) => [word, true] as const),
  ...YES_NO_WORDS.no.map((word) => [word, false] as const),
]);
/** A 1 or 0 that went through a column of numbers. */
const AS_NUMBER = /^([01])[.,]0{1,9}$/;

/** Undefined where the cell says neither. */
export const readYesNo = (cell: string): boolean | undefined =>
  MEANINGS.get(cell) ?? MEANINGS.get(cell.toLowerCase()) ?? MEANINGS.get(AS_NUMBER.exec(cell)?.[1] ?? '');

/** What is read as yes or as no, the study's own word first. */
export function yesNoSpellings(value: boolean): readonly string[] {
  const [word, ...others] = YES_NO_WORDS[value ? 'yes' : 'no'];
  const number = value ? '1' : '0';
  return [word, ...others, `${number}.0`, `${number},0`];
}

const CROSS = /^(?:x+|\+|✓|✔|✗|✘|☑|☒)$/iu;

/** Why a cell says neither: a sentence without its full stop; undefined where nothing is known. */
export const whyNoYesNo = (cell: string): Bilingual | undefined =>
  CROSS.test(cell)
    ? {
        fr: 'Une croix ne dit pas si une cellule vide veut dire non, ou non connu : écrivez yes, et no où c’est non',
        en: 'A cross does not say whether a blank cell means no, or not known: write yes, and no where it is no',
      }
    : whyNoValue(cell);
