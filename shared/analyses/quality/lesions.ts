import { type MeasuredLesion, measuredTenths } from '#shared/analyses/measures/measured-lesions.ts';
import type { Course } from '#shared/analyses/recist/courses.ts';
import { SEQUENCES } from '#shared/protocol/sequences.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { firstReadings } from '#shared/study/study.ts';
import { check, type QualityCheck, screenedOf, tally } from './tally.ts';

/** Lesions that were sent and are not used, and those used without a diameter on a sequence. */
export function lesionChecks(
  included: readonly IncludedPatient[],
  lesions: readonly MeasuredLesion[],
): readonly QualityCheck[] {
  const used = Map.groupBy(lesions, ({ patient }) => patient.screened);
  const sent = ({ screened }: IncludedPatient) =>
    firstReadings(screened).reduce((sum, reading) => sum + reading.lesions.length, 0);
  return [
    check(
      'lesion_not_used',
      null,
      'lesions',
      tally(
        included,
        screenedOf,
        (patient) => sent(patient) - (used.get(patient.screened)?.length ?? 0),
        sent,
      ),
    ),
    ...SEQUENCES.map(({ name }) =>
      check(
        'diameter_absent',
        name,
        'lesions',
        tally(
          lesions,
          ({ patient }) => patient.screened,
          ({ lesion }) => measuredTenths(lesion, name) === null,
        ),
      ),
    ),
  ];
}

/** Measured patients with one measured pair, and pairs of the others that could not be measured. */
export function recistChecks(
  lesions: readonly MeasuredLesion[],
  courses: readonly Course[],
): readonly QualityCheck[] {
  const measured = new Set(lesions.map(({ patient }) => patient));
  const followed = new Set(courses.map(({ patient }) => patient));
  return [
    check(
      'recist_patient_without_follow_up',
      null,
      'patients',
      tally(measured, screenedOf, (patient) => !followed.has(patient)),
    ),
    check(
      'recist_pair_not_measured',
      null,
      'pairs',
      tally(
        courses,
        ({ patient }) => patient.screened,
        ({ patient, followUps }) => patient.readings.length - followUps.length - 1,
        ({ patient }) => patient.readings.length,
      ),
    ),
  ];
}
