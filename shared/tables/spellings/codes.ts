import { codesOf, type Titles } from '#shared/language.ts';
import { plainWord } from './plain-word.ts';

/** What a code is also called, besides its titles. */
export type OtherNames<V extends string> = { readonly [Code in V]?: readonly string[] };

export interface CodeSpellings<V extends string> {
  /** The code that a cell says by itself, by a title or by another name, in any case, without accents and hyphens. */
  readonly read: (cell: string) => V | undefined;
  /** Everything that a code is called: itself first, then its titles and other names. */
  spellings(code: V): readonly string[];
}

export function codeSpellings<V extends string>(titles: Titles<V>, others: OtherNames<V>): CodeSpellings<V> {
  const spellings = (code: V): readonly string[] => [
    ...new Set([code, titles[code].fr, titles[code].en, ...(others[code] ?? [])]),
  ];
  const codes = codesOf(titles);
  const exactly: ReadonlyMap<string, V> = new Map(codes.map((code) => [code, code]));
  const plainly: ReadonlyMap<string, V> = new Map(
    codes.flatMap((code) => spellings(code).map((spelling) => [plainWord(spelling), code] as const)),
  );
  return { read: (cell) => exactly.get(cell) ?? plainly.get(plainWord(cell)), spellings };
}
