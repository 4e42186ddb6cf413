import type { MeasuredLesion } from '#shared/analyses/measures/measured-lesions.ts';
import type { CalendarDay } from '#shared/calendar.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { Reading } from '#shared/study/study.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import type { RecistMethod } from './methods.ts';

/** One pair of a course with its measured lesions. */
export interface Visit {
  readonly pair: PairRow;
  readonly lesions: readonly LesionRow[];
}

/** A patient with a measured pair and what followed it, in order of time. */
export interface Course {
  readonly patient: IncludedPatient;
  readonly baseline: Visit;
  readonly followUps: readonly Visit[];
}

/**
 * The courses that RECIST can speak of. The baseline is the first pair of the measure analysis; a follow-up is a later
 * one, or a pair of which it is said that no lesion is large enough any more. A pair that could not be measured is no visit,
 * because nothing tells there whether a lesion has gone or could not be seen.
 */
export function recistCourses(lesions: readonly MeasuredLesion[]): readonly Course[] {
  const measured = new Set(lesions.map(({ pair }) => pair));
  const patients = [...new Set(lesions.map(({ patient }) => patient))];
  return patients.flatMap((patient) => {
    // A study has its readings in order of pair.
    const [baseline, ...later] = patient.readings
      .filter(({ pair }, position, readings) => {
        const first = readings.findIndex((reading) => measured.has(reading.pair));
        return measured.has(pair) || (position > first && allSmall(pair));
      })
      .map(visitOf);
    return baseline === undefined || later.length === 0 ? [] : [{ patient, baseline, followUps: later }];
  });
}

const allSmall = ({ measurable }: PairRow): boolean => measurable === 'no_lesion_over_5_mm';

const visitOf = ({ pair, lesions }: Reading): Visit => ({ pair, lesions: allSmall(pair) ? [] : lesions });

/** The day of the scan that a method reads. */
export const scanDay = ({ pair }: Visit, { modality }: RecistMethod): CalendarDay =>
  modality === 'ct' ? pair.ct_date : pair.mri_date;
