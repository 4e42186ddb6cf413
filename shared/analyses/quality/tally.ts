import { DOES_NOT_APPLY } from '#shared/publication/figure-columns.ts';
import type { CodeOf } from '#shared/publication/vocabulary.ts';
import type { Figure } from '#shared/statistics/figure.ts';
import type { ScreenedPatient } from '#shared/study/study.ts';
import type { CHECKS, details } from './vocabularies.ts';

export type QualityCheckName = CodeOf<typeof CHECKS>;
export type QualityDetail = CodeOf<ReturnType<typeof details>>;

export interface Tally {
  readonly n: number;
  /** How many were looked at. */
  readonly checked: number;
}

export interface Fences {
  readonly lower: number;
  readonly upper: number;
}

/** What one check found, by centre. */
export interface QualityCheck {
  readonly check: QualityCheckName;
  /** Which of the check's cases: a reason, a column, a reader; null for a check with one. */
  readonly detail: QualityDetail | null;
  readonly unit: 'patients' | 'pairs' | 'readings' | 'lesions';
  readonly byCentre: ReadonlyMap<string, Tally>;
  /** Beyond these a value is extreme; where they are missing nothing could be checked. Other checks have none. */
  readonly fences: Figure<Fences> | typeof DOES_NOT_APPLY;
}

/** The patient of what a tally goes through, where that is or has one. */
export const screenedOf = ({ screened }: { readonly screened: ScreenedPatient }): ScreenedPatient => screened;

/**
 * Counts by centre what is found.
 *
 * @param found how many of an item are found, or whether it is one
 * @param checked how many of an item were looked at
 */
export function tally<T>(
  items: Iterable<T>,
  patientOf: (item: T) => ScreenedPatient,
  found: (item: T) => number | boolean,
  checked: (item: T) => number = () => 1,
): ReadonlyMap<string, Tally> {
  const byCentre = new Map<string, { n: number; checked: number }>();
  // Those of one centre come one after the other.
  let last = '';
  let counted = { n: 0, checked: 0 };
  for (const item of items) {
    const { centre } = patientOf(item);
    if (centre !== last) {
      last = centre;
      counted = byCentre.get(centre) ?? { n: 0, checked: 0 };
      byCentre.set(centre, counted);
    }
    counted.n += Number(found(item));
    counted.checked += checked(item);
  }
  return byCentre;
}

/** A check of something other than the values of a column. */
export const check = (
  name: QualityCheckName,
  detail: QualityDetail | null,
  unit: QualityCheck['unit'],
  byCentre: QualityCheck['byCentre'],
): QualityCheck => ({ check: name, detail, unit, byCentre, fences: DOES_NOT_APPLY });
