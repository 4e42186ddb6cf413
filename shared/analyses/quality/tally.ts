import { DOES_NOT_APPLY } from '#shared/publication/figure-columns.ts';
import type { CodeOf } from '#shared/publication/vocabulary.ts';
import type { Figure } from '#shared/statistics/figure.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
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

/** The same where it has an included patient, as a pair or a lesion. */
export const patientOf = ({ patient }: { readonly patient: IncludedPatient }): ScreenedPatient =>
  patient.screened;

/** What checks go through, centre after centre: of many checks each would look up the centre of each item again. */
export interface ByCentre<T> {
  readonly items: readonly T[];
  /** So many of them, up to this place, are of this centre. */
  readonly runs: readonly { readonly centre: string; readonly end: number }[];
}

/** Finds the centre of each item; those of one stand together, or in several runs. */
export function byCentre<T>(items: readonly T[], patientOf: (item: T) => ScreenedPatient): ByCentre<T> {
  const runs: { readonly centre: string; end: number }[] = [];
  for (const [place, item] of items.entries()) {
    const { centre } = patientOf(item);
    const last = runs.at(-1);
    if (last?.centre === centre) last.end = place + 1;
    else runs.push({ centre, end: place + 1 });
  }
  return { items, runs };
}

/** Something that each item has, of the same centres. */
export const ofEach = <T, Had>({ items, runs }: ByCentre<T>, had: (item: T) => Had): ByCentre<Had> => ({
  items: items.map(had),
  runs,
});

/**
 * Counts by centre what is found.
 *
 * @param found how many of an item are found, or whether it is one
 * @param checked how many of an item were looked at, or whether it was
 */
export function tally<T>(
  { items, runs }: ByCentre<T>,
  found: (item: T) => number | boolean,
  checked: (item: T) => number | boolean = () => true,
): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, { n: number; checked: number }>();
  let start = 0;
  for (const { centre, end } of runs) {
    const counted = tallies.get(centre) ?? { n: 0, checked: 0 };
    for (const item of items.slice(start, end)) {
      counted.n += Number(found(item));
      counted.checked += Number(checked(item));
    }
    tallies.set(centre, counted);
    start = end;
  }
  return tallies;
}

/** A check of something other than the values of a column. */
export const check = (
  name: QualityCheckName,
  detail: QualityDetail | null,
  unit: QualityCheck['unit'],
  byCentre: QualityCheck['byCentre'],
): QualityCheck => ({ check: name, detail, unit, byCentre, fences: DOES_NOT_APPLY });
