import { numberText } from '#shared/language.ts';

/** How figures are shown to people: French, rounded for the eye only. The files keep full precision. */

/**
 * `numerator / denominator` with `decimals` decimals and a decimal comma, half away from zero, exactly: the
 * quotient of whole numbers is rounded, not its binary approximation. A dash where nothing is divided.
 */
export function ratioText(numerator: number, denominator: number, decimals = 1): string {
  if (denominator === 0) return NO_VALUE;
  const scaled = 2n * BigInt(Math.abs(numerator)) * 10n ** BigInt(decimals) + BigInt(denominator);
  return signedText(numerator < 0, scaled / (2n * BigInt(denominator)), decimals);
}

/** What stands where there is no value. */
export const NO_VALUE = '–';

/**
 * A p-value: two decimals from 0.01 on, three below and around 0.05; never 0.000 and never 1.000. What three
 * decimals would round up to 0.050 is said to be under it, so that no rounding crosses 0.05.
 */
export function pValueText(p: number | null): string {
  if (p === null) return NO_VALUE;
  if (p < 0.001) return '< 0,001';
  if (p > 0.99) return '> 0,99';
  if (p >= 0.0495 && p < 0.05) return '< 0,05';
  const decimals = p < 0.01 || (p >= 0.045 && p < 0.055) ? 3 : 2;
  return decimalText(p, decimals);
}

/**
 * A figure with a decimal comma, rounded half away from zero as it stands in the file: 1.005 is 1,01, though its binary
 * approximation lies below. A quotient of whole numbers is rounded as `ratioText` rounds it.
 */
export function decimalText(value: number, decimals: number): string {
  const { digits, exponent } = decimalDigits(value);
  const shift = exponent + decimals;
  const rounded = shift >= 0 ? digits * 10n ** BigInt(shift) : halfUp(digits, 10n ** BigInt(-shift));
  return signedText(value < 0, rounded, decimals);
}

/** The English way: a decimal point, and a comma between thousands. */
export const englishFigure = (french: string): string => french.replace(',', '.').replaceAll('\u202f', ',');

const halfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator);

/** The shortest decimal that reads back as the same double is `digits · 10^exponent`. */
function decimalDigits(value: number): { readonly digits: bigint; readonly exponent: number } {
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

// What rounds to zero has no sign.
function signedText(isNegative: boolean, rounded: bigint, decimals: number): string {
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  const whole = numberText(BigInt(digits.slice(0, split))).fr;
  const sign = isNegative && rounded !== 0n ? '−' : '';
  return decimals === 0 ? sign + whole : `${sign}${whole},${digits.slice(split)}`;
}
