import { type Figure, isMissing } from './figure.ts';
import type { Reason } from './outcome.ts';

export type Adjustment = 'holm' | 'benjamini-hochberg' | 'none';

/**
 * p-values adjusted for the size of their family: Holm's step-down against any false finding (Holm 1979 Scand J Stat
 * 6:65), Benjamini and Hochberg's step-up against the proportion of false findings (1995 JRSS-B 57:289).
 * R: `p.adjust`. A missing p stays missing, for its own reason, and is not counted.
 *
 * @param familySize number of tests in the family, when some are not in the list; default: the p-values present.
 * @throws RangeError when the family is said to be smaller than the list.
 */
export function adjustPValues<R extends string = Reason>(
  pValues: readonly Figure<number, R>[],
  method: Adjustment,
  familySize?: number,
): readonly Figure<number, R>[] {
  const present = pValues.flatMap((p, index) => (isMissing(p) ? [] : [{ p, index }]));
  const size = familySize ?? present.length;
  if (size < present.length) throw new RangeError('the family is smaller than the number of its p-values');
  if (method === 'none') return pValues;
  const adjusted = [...pValues];
  const ascending = present.sort((first, second) => first.p - second.p);
  let bound = method === 'holm' ? 0 : 1;
  if (method === 'holm') {
    for (const [place, { p, index }] of ascending.entries()) {
      bound = Math.max(bound, (size - place) * p);
      adjusted[index] = Math.min(1, bound);
    }
  } else {
    for (const [place, { p, index }] of [...ascending.entries()].reverse()) {
      bound = Math.min(bound, (size / (place + 1)) * p);
      adjusted[index] = bound;
    }
  }
  return adjusted;
}
