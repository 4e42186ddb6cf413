/** How the numbers of a column are written. */
export interface NumberForm {
  /** The most decimals that mean something; 0 for whole numbers. */
  readonly decimals: number;
  /** What may stand behind a number, such as `mm`. */
  readonly unit?: string;
}

/** Before the decimal sign; a number never has an exponent. */
const MOST_DIGITS = 9;
/** More digits before the decimal sign are a slip, whatever the column. */
export const LARGEST_NUMBER = 10 ** MOST_DIGITS - 1;
const INTEGER = `\\d{1,${MOST_DIGITS}}`;
const PLAIN = new RegExp(`^${INTEGER}$`);

/**
 * Reads a number of a form, or undefined where the cell is none: digits, a decimal point or comma, zeros at the end,
 * the column's unit. Never a sign, an exponent, or anything between thousands: those would have to be guessed.
 */
export function numberReader({ decimals, unit }: NumberForm): (cell: string) => number | undefined {
  const fraction = decimals === 0 ? '[.,]0{1,9}' : `[.,]\\d{1,${decimals}}0{0,9}`;
  const number = decimals === 0 ? `${INTEGER}(?:${fraction})?` : `${INTEGER}(?:${fraction})?|${fraction}`;
  const pattern = new RegExp(`^(${number})${unit === undefined ? '' : `(?:\\s*${unit})?`}$`, 'i');
  return (cell) => {
    if (PLAIN.test(cell)) return Number(cell);
    const digits = pattern.exec(cell)?.[1];
    return digits === undefined ? undefined : Number(digits.replace(',', '.'));
  };
}

/** The ways in which a number is written, the study's own first. */
export function numberSpellings(value: number, { decimals, unit }: NumberForm): readonly string[] {
  const written = value.toString().includes('e') ? value.toFixed(decimals) : value.toString();
  const longer = written.includes('.') ? `${written}0` : `${written}.0`;
  const short = decimals > 0 && written.startsWith('0.') ? [written.slice(1)] : [];
  const numbers = [written, longer, ...short].flatMap((text) => [text, text.replace('.', ',')]);
  const withUnit = unit === undefined ? [] : [`${written} ${unit}`, `${written.replace('.', ',')}${unit}`];
  return [...new Set([...numbers, ...withUnit])];
}
