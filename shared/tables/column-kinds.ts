import { type CalendarDay, calendarDay } from '#shared/calendar.ts';
import { type Bilingual, codesOf, type Titles } from '#shared/language.ts';
import type { CellForm } from './cell-form.ts';

export type CellValue = string | number | boolean;

/** How a column's cells are read: strict, never guessing. */
export interface ColumnKind<V extends CellValue> {
  /** The value of a trimmed, non-blank cell, or undefined where it is none of this kind. */
  readonly read: (cell: string) => V | undefined;
  /** Whether a stored value is one that `read` could have given. */
  readonly holds: (value: unknown) => value is V;
  /** What a cell may say, as it stands after "expected:". */
  readonly expected: Bilingual;
  /** The words that a cell may say, and what each means; absent where it says something else. */
  readonly words?: Titles;
  /** The same for programs. */
  readonly form: CellForm;
}

const PSEUDONYM_PATTERN = '[A-Za-z0-9_-]{1,32}';
const PSEUDONYM = new RegExp(`^${PSEUDONYM_PATTERN}$`);

/** A centre's own name for a patient: `[A-Za-z0-9_-]{1,32}`, leading zeros kept. */
export const pseudonym: ColumnKind<string> = {
  read: (cell) => (PSEUDONYM.test(cell) ? cell : undefined),
  holds: (value): value is string => typeof value === 'string' && PSEUDONYM.test(value),
  expected: {
    fr: 'un pseudonyme de 1 à 32 lettres sans accent, chiffres, - ou _',
    en: 'a pseudonym of 1 to 32 unaccented letters, digits, - or _',
  },
  form: { is: 'text', pattern: PSEUDONYM_PATTERN },
};

/** One of a list of words, written exactly so, or in a spelling that `otherSpelling` knows. */
export function oneOf<V extends string>(
  titles: Titles<V>,
  otherSpelling: (cell: string) => NoInfer<V> | undefined = () => undefined,
): ColumnKind<V> {
  const isWord = (value: string): value is V => Object.hasOwn(titles, value);
  const list = codesOf(titles).join(', ');
  return {
    read: (cell) => (isWord(cell) ? cell : otherSpelling(cell)),
    holds: (value): value is V => typeof value === 'string' && isWord(value),
    expected: { fr: `l’un de : ${list}`, en: `one of: ${list}` },
    words: titles,
    form: { is: 'word', words: codesOf(titles) },
  };
}

const YES = ['yes', 'oui', 'vrai', 'true', '1'];
const NO = ['no', 'non', 'faux', 'false', '0'];
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ...YES.map((word) => [word, true] as const),
  ...NO.map((word) => [word, false] as const),
]);
// In any case, because spreadsheets write VRAI and TRUE.
const readYesNo = (cell: string) => YES_NO.get(cell.toLowerCase());

/** `yes`, in every spelling that a yes/no column accepts, or a word that says why not. */
export const yesOr = <V extends string>(titles: Titles<V | 'yes'>): ColumnKind<V | 'yes'> =>
  oneOf(titles, (cell) => (readYesNo(cell) === true ? 'yes' : undefined));

/** Yes or no, in French or English, or 1 and 0. */
export const yesNo: ColumnKind<boolean> = {
  read: readYesNo,
  holds: (value): value is boolean => typeof value === 'boolean',
  expected: {
    fr: 'yes ou no (aussi oui/non, vrai/faux, 1/0)',
    en: 'yes or no (also oui/non, true/false, 1/0)',
  },
  form: { is: 'yes or no', yes: YES, no: NO },
};

const DAY_FORMATS = [
  { pattern: /^(\d{4})-(\d{2})-(\d{2})$/, order: [1, 2, 3] },
  { pattern: /^(\d{2})\/(\d{2})\/(\d{4})$/, order: [3, 2, 1] },
] as const;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

function readDay(cell: string): CalendarDay | undefined {
  for (const { pattern, order } of DAY_FORMATS) {
    const parts = pattern.exec(cell);
    if (parts === null) continue;
    const [year, month, day] = order.map((position) => Number(parts[position]));
    if (year === undefined || month === undefined || day === undefined) continue;
    // A year outside these is a slip of the keyboard (0208 for 2018), not a date of this study.
    return year < FIRST_YEAR || year > LAST_YEAR ? undefined : calendarDay(year, month, day);
  }
  return undefined;
}

/** A day of the calendar, `YYYY-MM-DD` or `DD/MM/YYYY`; kept as `YYYY-MM-DD`. */
export const day: ColumnKind<CalendarDay> = {
  read: readDay,
  holds: (value): value is CalendarDay => typeof value === 'string' && readDay(value) === value,
  expected: {
    fr: `une date existante AAAA-MM-JJ ou JJ/MM/AAAA, de ${FIRST_YEAR} à ${LAST_YEAR}`,
    en: `an existing date YYYY-MM-DD or DD/MM/YYYY, from ${FIRST_YEAR} to ${LAST_YEAR}`,
  },
  form: { is: 'day', from: `${FIRST_YEAR}-01-01`, to: `${LAST_YEAR}-12-31` },
};

interface NumberRange {
  readonly from: number;
  readonly to?: number;
}

/** More digits than this before the decimal point are a slip, whatever the column. */
const LARGEST_NUMBER = 999_999_999;

function numberKind(
  pattern: RegExp,
  decimals: number,
  what: Bilingual,
  { from, to = Number.MAX_SAFE_INTEGER }: NumberRange,
  fineEnough: (value: number) => boolean = () => true,
): ColumnKind<number> {
  const inRange = (value: number) => value >= from && value <= to;
  const bounded = to !== Number.MAX_SAFE_INTEGER;
  return {
    read: (cell) => {
      if (!pattern.test(cell)) return undefined;
      const value = Number(cell.replace(',', '.'));
      return inRange(value) ? value : undefined;
    },
    holds: (value): value is number => typeof value === 'number' && inRange(value) && fineEnough(value),
    expected: {
      fr: `${what.fr} ${bounded ? `de ${from} à ${to}` : `à partir de ${from}`}`,
      en: `${what.en} ${bounded ? `from ${from} to ${to}` : `of at least ${from}`}`,
    },
    form: { is: 'number', decimals, from, to: Math.min(to, LARGEST_NUMBER) },
  };
}

/** A whole number in digits only: no sign, no decimals, no exponent. */
export const wholeNumber = (range: NumberRange) =>
  numberKind(/^\d{1,9}$/, 0, { fr: 'un nombre entier', en: 'a whole number' }, range, Number.isInteger);

/** A number with a decimal point or a decimal comma, at most nine digits on either side. */
export const decimalNumber = (range: NumberRange) =>
  numberKind(/^\d{1,9}(?:[.,]\d{1,9})?$/, 9, { fr: 'un nombre', en: 'a number' }, range);

/** Millimetres with at most one decimal. */
export const millimetres = (range: NumberRange) =>
  numberKind(
    /^\d{1,9}(?:[.,]\d)?$/,
    1,
    { fr: 'des millimètres, une décimale au plus,', en: 'millimetres, at most one decimal,' },
    range,
    (value) => Math.round(value * 10) / 10 === value,
  );
