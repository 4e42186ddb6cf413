const largestExponent = 308;

/** Half to even, as the processor's default rounding. */
function roundToEven(x: number): number {
  const rounded = Math.round(x);
  return rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/**
 * Rounds to significant digits, halves to even on the scaled double. R: `signif`. `toPrecision` is not the same: it
 * gives 0.13 for 0.125 where R gives 0.12.
 */
export function roundToSignificant(x: number, digits: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const magnitude = Math.abs(x);
  const places = digits - 1 - Math.floor(Math.log10(magnitude));
  if (places <= 0) {
    const power = 10 ** -places;
    return Math.sign(x) * roundToEven(magnitude / power) * power;
  }
  // Two factors, so that the power of ten itself does not overflow for the smallest numbers.
  const power = 10 ** Math.min(places, largestExponent);
  const rest = 10 ** Math.max(places - largestExponent, 0);
  return (Math.sign(x) * (roundToEven(magnitude * power * rest) / power)) / rest;
}
