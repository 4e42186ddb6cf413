import { type MeasuredLesion, measuredTenths } from '#shared/analyses/measures/measured-lesions.ts';
import { SEQUENCES } from '#shared/protocol/sequences.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { firstReadings } from '#shared/study/study.ts';
import { byCentre, check, patientOf, type QualityCheck, screenedOf, tally } from './tally.ts';

/** Lesions that were sent and are not used, and those used without a diameter on a sequence. */
export function lesionChecks(
  included: readonly IncludedPatient[],
  lesions: readonly MeasuredLesion[],
): readonly QualityCheck[] {
  const patients = byCentre(included, screenedOf);
  const ofLesions = byCentre(lesions, patientOf);
  const used = Map.groupBy(lesions, ({ patient }) => patient.screened);
  const sent = ({ screened }: IncludedPatient) =>
    firstReadings(screened).reduce((sum, reading) => sum + reading.lesions.length, 0);
  return [
    check(
      'lesion_not_used',
      null,
      'lesions',
      tally(patients, (patient) => sent(patient) - (used.get(patient.screened)?.length ?? 0), sent),
    ),
    ...SEQUENCES.map(({ name }) =>
      check(
        'diameter_absent',
        name,
        'lesions',
        tally(ofLesions, ({ lesion }) => measuredTenths(lesion, name) === null),
      ),
    ),
  ];
}

/** Included patients who were not seen again, and of those who were, the pairs on which no lesion was measured. */
export function recistChecks(
  included: readonly IncludedPatient[],
  followed: readonly IncludedPatient[],
): readonly QualityCheck[] {
  const seenAgain = new Set(followed);
  const pairs = followed.flatMap((patient) => patient.readings.map((reading) => ({ patient, reading })));
  return [
    check(
      'recist_patient_without_follow_up',
      null,
      'patients',
      tally(byCentre(included, screenedOf), (patient) => !seenAgain.has(patient)),
    ),
    check(
      'recist_pair_not_measured',
      null,
      'pairs',
      tally(
        byCentre(pairs, patientOf),
        ({ reading: { pair, lesions } }) => pair.measurable !== 'no_lesion_over_5_mm' && lesions.length === 0,
      ),
    ),
  ];
}
