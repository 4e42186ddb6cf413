import erfc from '@stdlib/math-base-special-erfc';
import erfcx from '@stdlib/math-base-special-erfcx';
import type { Alternative, PValue } from './outcome.ts';
import { log10Probability } from './tail-probability.ts';

/** p-value of a standard normal statistic; log10 p from the scaled erfc, so no z is too large for it. */
export function normalPValue(z: number, alternative: Alternative = 'two-sided'): PValue {
  const sides = alternative === 'two-sided' ? 2 : 1;
  const towards = alternative === 'two-sided' ? Math.abs(z) : alternative === 'greater' ? z : -z;
  const x = towards * Math.SQRT1_2;
  const p = (sides * erfc(x)) / 2;
  const complement = () => (sides === 2 ? 1 - p : erfc(-x) / 2);
  const naturalLog = () => Math.log((sides * erfcx(x)) / 2) - x * x;
  return { p, log10P: log10Probability(p, complement, naturalLog) };
}
