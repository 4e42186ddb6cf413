import erfc from '@stdlib/math-base-special-erfc';
import gammainc from '@stdlib/math-base-special-gammainc';
import { logGamma } from './log-gamma.ts';
import type { PValue } from './outcome.ts';
import { continuedFraction, log10Probability } from './tail-probability.ts';

/** P(X > x), the p-value of a χ² statistic. R: `pchisq(x, df, lower.tail = FALSE)`. */
export function chiSquaredPValue(x: number, degreesOfFreedom: number): PValue {
  const half = x / 2;
  const shape = degreesOfFreedom / 2;
  const p = degreesOfFreedom === 1 ? erfc(Math.sqrt(half)) : gammainc(half, shape, true, true);
  const complement = () => gammainc(half, shape, true, false);
  return { p, log10P: log10Probability(p, complement, () => logUpperGamma(half, shape)) };
}

/** ln Q(shape, x) far in the tail, by Legendre's continued fraction (Abramowitz & Stegun 1964, 6.5.31). */
function logUpperGamma(x: number, shape: number): number {
  const fraction = continuedFraction(x + 1 - shape, (index) => [
    -index * (index - shape),
    x + 1 - shape + 2 * index,
  ]);
  return shape * Math.log(x) - x - logGamma(shape) - Math.log(fraction);
}
