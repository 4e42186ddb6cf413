import jStat from 'jstat';
import { log1p } from './elementary-functions.ts';

/** ln Γ(x), x > 0. R: `lgamma`. */
export function logGamma(x: number): number {
  // Below 1 jStat's own shift loses digits; Γ(x) = Γ(x + 1) / x does not.
  return x < 1 ? jStat.gammaln(x + 1) - Math.log(x) : jStat.gammaln(x);
}

const asymptoticFrom = 20;

/**
 * ln Γ(a + ½) − ln Γ(a), a > 0, without the cancellation of the two (Abramowitz & Stegun 1964, 6.1.47).
 */
export function logGammaHalfStep(a: number): number {
  let shifted = a;
  let recurrence = 0;
  while (shifted < asymptoticFrom) {
    recurrence += log1p(0.5 / shifted);
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const squared = inverse * inverse;
  const series =
    inverse *
    (-1 / 8 + squared * (1 / 192 + squared * (-1 / 640 + squared * (17 / 14336 - (squared * 31) / 18432))));
  return Math.log(shifted) / 2 + series - recurrence;
}
