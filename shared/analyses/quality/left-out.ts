import { digit } from '#shared/publication/vocabulary.ts';
import {
  type MeasureSettings,
  NOT_COUNTED,
  NOT_MEASURED,
  siftCounted,
  siftMeasured,
} from '#shared/study/analyses.ts';
import {
  type EligibilitySettings,
  exclusionOf,
  exclusions,
  type IncludedPatient,
  siftScreened,
} from '#shared/study/eligibility.ts';
import type { RuleReason } from '#shared/study/rule-titles.ts';
import type { Rule, Sifted } from '#shared/study/sift.ts';
import { firstReadings, type Study } from '#shared/study/study.ts';
import { FIRST_READER } from '#shared/tables/pairs.ts';
import {
  type ByCentre,
  byCentre,
  check,
  ofEach,
  type QualityCheck,
  type QualityCheckName,
  screenedOf,
  tally,
} from './tally.ts';

/** What rules leave out of the pairs of a patient. */
interface LeftOut {
  readonly leftOut: Sifted<string>['leftOut'];
  /** How many pairs were sifted. */
  readonly checked: number;
}

const pairsLeftOut = (
  name: QualityCheckName,
  rules: readonly Rule<RuleReason>[],
  patients: ByCentre<LeftOut>,
) =>
  rules.map(({ reason }) =>
    check(
      name,
      reason,
      'pairs',
      tally(
        patients,
        ({ leftOut }) => leftOut.get(reason) ?? 0,
        ({ checked }) => checked,
      ),
    ),
  );

/** Which patients, pairs and readings the analyses leave out, and why. */
export function leftOutChecks(
  study: Study,
  included: readonly IncludedPatient[],
  settings: EligibilitySettings & MeasureSettings,
): readonly QualityCheck[] {
  const rules = exclusions(settings);
  const reasons = ofEach(
    byCentre(study.patients, (patient) => patient),
    exclusionOf(settings),
  );
  const patients = byCentre(included, screenedOf);
  const sieve = siftScreened(settings);
  const readings = (sieve: (patient: IncludedPatient) => Sifted<string>) =>
    ofEach(patients, (patient) => ({ leftOut: sieve(patient).leftOut, checked: patient.readings.length }));
  return [
    ...rules.map(({ reason }) =>
      check(
        'patient_excluded',
        reason,
        'patients',
        tally(reasons, (found) => found === reason),
      ),
    ),
    ...pairsLeftOut(
      'pair_not_qualifying',
      rules.filter((rule) => 'keeps' in rule),
      ofEach(patients, ({ screened }) => ({
        leftOut: sieve(screened).leftOut,
        checked: firstReadings(screened).length,
      })),
    ),
    ...pairsLeftOut('pair_not_counted', NOT_COUNTED, readings(siftCounted)),
    ...pairsLeftOut('pair_not_measured', NOT_MEASURED, readings(siftMeasured(settings))),
    ...otherReaders(study),
  ];
}

/** Readings of other readers, which the main tables do not use. */
function otherReaders({ patients }: Study) {
  const everyone = byCentre(patients, (patient) => patient);
  const readers = new Set(patients.flatMap(({ readings }) => readings.map(({ pair }) => pair.reader)));
  return [...readers]
    .filter((reader) => reader !== FIRST_READER)
    .toSorted((a, b) => a - b)
    .map((reader) =>
      check(
        'reading_of_other_reader',
        `reader_${digit(reader)}`,
        'readings',
        tally(
          everyone,
          ({ readings }) => readings.filter(({ pair }) => pair.reader === reader).length,
          ({ readings }) => readings.length,
        ),
      ),
    );
}
