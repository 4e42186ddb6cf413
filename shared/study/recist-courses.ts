import type { CalendarDay } from '#shared/calendar.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import type { IncludedPatient } from './eligibility.ts';
import { type MeasuredLesion, tenths } from './measured-lesions.ts';
import type { RecistMethod } from './recist-methods.ts';

/** One pair of a course with its measured lesions. */
export interface Visit {
  readonly pair: PairRow;
  readonly lesions: readonly MeasuredLesion[];
}

/** A patient measured at least twice: the baseline and what followed, in order of time. */
export interface Course {
  readonly patient: IncludedPatient;
  readonly baseline: Visit;
  readonly followUps: readonly Visit[];
}

/**
 * The courses that RECIST can speak of. A visit is a pair of the measure analysis: one that could not be measured is
 * no visit, because the uploads do not tell a lesion that has gone from one that could not be seen.
 */
export function recistCourses(lesions: readonly MeasuredLesion[]): readonly Course[] {
  const byPatient = Map.groupBy(lesions, ({ patient }) => patient);
  return [...byPatient].flatMap(([patient, measured]) => {
    const [baseline, ...followUps] = [...Map.groupBy(measured, ({ pair }) => pair)]
      .map(([pair, ofPair]): Visit => ({ pair, lesions: ofPair }))
      .toSorted((a, b) => a.pair.pair - b.pair.pair);
    return baseline === undefined || followUps.length === 0 ? [] : [{ patient, baseline, followUps }];
  });
}

/** A lesion's greatest diameter with a method, in tenths of a millimetre; null where it was measured on none of its sequences. */
export function diameterWith(lesion: MeasuredLesion, { sequences }: RecistMethod): number | null {
  const diameters = sequences.map((sequence) => tenths(lesion, sequence)).filter((value) => value !== null);
  return diameters.length === 0 ? null : Math.max(...diameters);
}

/** The day of the scan that a method reads. */
export const scanDay = ({ pair }: Visit, { modality }: RecistMethod): CalendarDay =>
  modality === 'ct' ? pair.ct_date : pair.mri_date;
