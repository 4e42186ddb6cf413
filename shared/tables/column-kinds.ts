import type { CalendarDay } from '#shared/calendar.ts';
import { type Bilingual, codesOf, type Titles } from '#shared/language.ts';
import type { CellForm } from './cell-form.ts';
import { whyNoCode } from './spellings/code-reasons.ts';
import { codeSpellings, type OtherNames } from './spellings/codes.ts';
import { whyNoDay } from './spellings/day-reasons.ts';
import { daySpellings, FIRST_YEAR, isPlainDay, LAST_YEAR, readDay } from './spellings/days.ts';
import { type NumberRange, numberReasons } from './spellings/number-reasons.ts';
import { LARGEST_NUMBER, type NumberForm, numberReader, numberSpellings } from './spellings/numbers.ts';
import { whyNoPseudonym } from './spellings/pseudonym-reasons.ts';
import { PSEUDONYM, PSEUDONYM_PATTERN, readPseudonym } from './spellings/pseudonyms.ts';
import { readYesNo, whyNoYesNo, YES_NO_WORDS, yesNoSpellings } from './spellings/yes-no.ts';

export type CellValue = string | number | boolean;

/** How a column's cells are read: in several spellings, each with one meaning, never guessing. */
export interface ColumnKind<V extends CellValue> {
  /** The value of a trimmed, non-blank cell, or undefined where it is none of this kind. */
  readonly read: (cell: string) => V | undefined;
  /** Why such a cell is none of this kind, and what to do; undefined where that cannot be told. */
  readonly whyNot: (cell: string) => Bilingual | undefined;
  /** The ways to write a value, the study's own first; `read` knows all of them, and more in other case. */
  spellings(value: V): readonly string[];
  /** Whether a stored value is one that `read` could have given. */
  readonly holds: (value: unknown) => value is V;
  /** What a cell may say, as it stands after "expected:". */
  readonly expected: Bilingual;
  /** The words that a cell may say, and what each means; absent where it says something else. */
  readonly words?: Titles;
  /** The same for programs. */
  readonly form: CellForm;
}

/** A centre's own name for a patient: `[A-Za-z0-9_-]{1,32}`, leading zeros kept. */
export const pseudonym: ColumnKind<string> = {
  read: readPseudonym,
  whyNot: whyNoPseudonym,
  spellings: (name) => [name],
  holds: (value): value is string => typeof value === 'string' && PSEUDONYM.test(value),
  expected: {
    fr: 'un pseudonyme de 1 à 32 lettres sans accent, chiffres, - ou _',
    en: 'a pseudonym of 1 to 32 unaccented letters, digits, - or _',
  },
  form: { is: 'text', pattern: PSEUDONYM_PATTERN },
};

/**
 * One of a list of codes, by itself, by its titles or by another name.
 *
 * @param meant - words for a code that are not read, but answered with it
 */
export function oneOf<V extends string>(
  titles: Titles<V>,
  others: OtherNames<NoInfer<V>> = {},
  meant: OtherNames<NoInfer<V>> = {},
): ColumnKind<V> {
  const isWord = (value: string): value is V => Object.hasOwn(titles, value);
  const list = codesOf(titles).join(', ');
  const { read, spellings } = codeSpellings<V>(titles, others);
  const named = (code: V) => [...spellings(code), ...(meant[code] ?? [])];
  return {
    read,
    whyNot: (cell) => whyNoCode(cell, titles, named),
    spellings,
    holds: (value): value is V => typeof value === 'string' && isWord(value),
    expected: { fr: `l’un de : ${list}`, en: `one of: ${list}` },
    words: titles,
    form: { is: 'word', words: codesOf(titles) },
  };
}

/** `yes`, in every spelling that a yes/no column reads, or a code that says why not. */
export function yesOr<V extends string>(titles: Titles<V | 'yes'>): ColumnKind<V | 'yes'> {
  const yes: OtherNames<'yes'> = { yes: yesNoSpellings(true) };
  const codes = oneOf<V | 'yes'>(titles, Object.assign<OtherNames<V>, OtherNames<'yes'>>({}, yes));
  const reasons = codesOf(titles).filter((code) => code !== 'yes');
  return {
    ...codes,
    read: (cell) => codes.read(cell) ?? (readYesNo(cell) === true ? 'yes' : undefined),
    whyNot: (cell) =>
      readYesNo(cell) === false
        ? {
            fr: `Un simple « non » ne suffit pas, écrivez pourquoi : ${reasons.join(' ou ')}`,
            en: `A mere "no" is not enough, write why: ${reasons.join(' or ')}`,
          }
        : codes.whyNot(cell),
  };
}

/** Yes or no, in French or English, or 1 and 0. */
export const yesNo: ColumnKind<boolean> = {
  read: readYesNo,
  whyNot: whyNoYesNo,
  spellings: yesNoSpellings,
  holds: (value): value is boolean => typeof value === 'boolean',
  expected: {
    fr: 'yes ou no (aussi oui/non, vrai/faux, 1/0)',
    en: 'yes or no (also oui/non, true/false, 1/0)',
  },
  form: { is: 'yes or no', ...YES_NO_WORDS },
};

/** A day of the calendar, the day before the month or the year before both; kept as `YYYY-MM-DD`. */
export const day: ColumnKind<CalendarDay> = {
  read: readDay,
  whyNot: whyNoDay,
  spellings: daySpellings,
  holds: (value): value is CalendarDay => typeof value === 'string' && isPlainDay(value),
  expected: {
    fr: `une date existante AAAA-MM-JJ ou JJ/MM/AAAA, de ${FIRST_YEAR} à ${LAST_YEAR}`,
    en: `an existing date YYYY-MM-DD or DD/MM/YYYY, from ${FIRST_YEAR} to ${LAST_YEAR}`,
  },
  form: { is: 'day', from: `${FIRST_YEAR}-01-01`, to: `${LAST_YEAR}-12-31` },
};

function numberKind(
  written: NumberForm,
  what: Bilingual,
  range: NumberRange,
  fineEnough: (value: number) => boolean = () => true,
): ColumnKind<number> {
  const { from, to } = range;
  const inRange = (value: number) => value >= from && value <= (to ?? Number.MAX_SAFE_INTEGER);
  const read = numberReader(written);
  return {
    read: (cell) => {
      const value = read(cell);
      return value !== undefined && inRange(value) ? value : undefined;
    },
    whyNot: numberReasons(written, range),
    spellings: (value) => numberSpellings(value, written),
    holds: (value): value is number => typeof value === 'number' && inRange(value) && fineEnough(value),
    expected: {
      fr: `${what.fr} ${to === undefined ? `à partir de ${from}` : `de ${from} à ${to}`}`,
      en: `${what.en} ${to === undefined ? `of at least ${from}` : `from ${from} to ${to}`}`,
    },
    form: {
      is: 'number',
      decimals: written.decimals,
      from,
      to: Math.min(to ?? LARGEST_NUMBER, LARGEST_NUMBER),
    },
  };
}

/** A whole number: no sign, no exponent, no decimals but zeros. */
export const wholeNumber = (range: NumberRange) =>
  numberKind({ decimals: 0 }, { fr: 'un nombre entier', en: 'a whole number' }, range, Number.isInteger);

/** A number with a decimal point or a decimal comma, at most nine digits on either side; perhaps a unit behind it. */
export const decimalNumber = ({ unit, ...range }: NumberRange & Pick<NumberForm, 'unit'>) =>
  numberKind(
    { decimals: 9, ...(unit === undefined ? {} : { unit }) },
    { fr: 'un nombre', en: 'a number' },
    range,
  );

/** Millimetres with at most one decimal, `mm` behind them or not. */
export const millimetres = (range: NumberRange) =>
  numberKind(
    { decimals: 1, unit: 'mm' },
    { fr: 'des millimètres, une décimale au plus,', en: 'millimetres, at most one decimal,' },
    range,
    (value) => Math.round(value * 10) / 10 === value,
  );
