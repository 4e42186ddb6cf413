import { type Bilingual, codesOf, type Titles } from '#shared/language.ts';
import type { Column } from '#shared/tables/table.ts';

/** A code and what it stands for. */
export interface Entry<Code extends string = string> {
  readonly code: Code;
  readonly title: Bilingual;
}

/** The codes of one kind of column, in the order in which they are explained, each with what it stands for. */
export interface Vocabulary<Code extends string = string> {
  readonly name: string;
  readonly titles: ReadonlyMap<Code, Bilingual>;
}

/** Of a code that stands among the entries twice, the later title holds. */
export const vocabulary = <const Code extends string>(
  name: string,
  entries: readonly Entry<Code>[],
): Vocabulary<Code> => ({ name, titles: new Map(entries.map(({ code, title }) => [code, title])) });

/** The entries of a list of titles, in its order. */
export const entriesOf = <Code extends string>(titles: Titles<Code>): readonly Entry<Code>[] =>
  codesOf(titles).map((code) => ({ code, title: titles[code] }));

/** The columns of an upload as entries: what each is called. */
export const columnEntries = <const Columns extends readonly Column[]>({
  columns,
}: {
  readonly columns: Columns;
}): readonly Entry<Columns[number]['name']>[] => columns.map(({ name, title }) => ({ code: name, title }));

/** The codes of a vocabulary. */
export type CodeOf<V extends Vocabulary> = V extends Vocabulary<infer Code> ? Code : never;

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** Pairs, readers and follow-ups are numbered so. */
export type Digit = (typeof DIGITS)[number];

/** The number as a code; an error for one that is none of 1 to 9. */
export function digit(number: number): Digit {
  const found = DIGITS[number - 1];
  if (found === undefined) throw new Error(`a numbered code is one of 1 to 9, not ${number}`);
  return found;
}

/** `<prefix>1` to `<prefix>9`. */
export const numbered = <const Prefix extends string>(
  prefix: Prefix,
  fr: string,
  en: string,
): readonly Entry<`${Prefix}${Digit}`>[] =>
  DIGITS.map((number) => ({
    code: `${prefix}${number}`,
    title: { fr: `${fr} ${number}`, en: `${en} ${number}` },
  }));
