/** How figures are shown to people: French, rounded for the eye only. The files keep full precision. */

/**
 * `numerator / denominator` with `decimals` decimals and a decimal comma, half away from zero, exactly: the
 * quotient of whole numbers is rounded, not its binary approximation. A dash where nothing is divided.
 */
export function ratioText(numerator: number, denominator: number, decimals = 1): string {
  if (denominator === 0) return NO_VALUE;
  const scaled = 2n * BigInt(Math.abs(numerator)) * 10n ** BigInt(decimals) + BigInt(denominator);
  const rounded = scaled / (2n * BigInt(denominator));
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const sign = numerator < 0 && rounded !== 0n ? '−' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)},${digits.slice(-decimals)}`;
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

/** A figure that is no quotient of whole numbers, with a decimal comma. */
export function decimalText(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals);
  // What rounds to zero has no sign.
  const sign = value < 0 && Number(digits) !== 0 ? '−' : '';
  return `${sign}${digits.replace('.', ',')}`;
}
