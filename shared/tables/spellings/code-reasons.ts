import type { Bilingual, Titles } from '#shared/language.ts';
import { whyNoValue } from './any-cell-reasons.ts';
import { type NamesOf, nearestCode } from './nearest-code.ts';
import { whyNoDate } from './spreadsheet-dates.ts';

/** Why a cell is no code of a list, with the one that was meant: a sentence; undefined where nothing is known. */
export function whyNoCode<V extends string>(
  cell: string,
  titles: Titles<V>,
  names: NamesOf<V>,
): Bilingual | undefined {
  // A dash is fine between words, and what is odd may lie elsewhere.
  const odd = whyNoValue(cell.replace(/[‐‑–—]/g, '-'));
  if (odd !== undefined) return odd;
  const code = nearestCode(cell, titles, names);
  if (code === undefined) return whyNoDate(cell);
  const { fr, en } = titles[code];
  const named = (title: string) => (title === code ? code : `${code} (${title})`);
  return { fr: `Vouliez-vous dire ${named(fr)} ?`, en: `Did you mean ${named(en)}?` };
}
