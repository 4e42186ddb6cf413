import { isOutside } from '#shared/protocol/board-period.ts';
import { isCarcinomaOfLowIndices } from '#shared/protocol/grade.ts';
import { SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { firstReadings, type Reading, type ScreenedPatient, type Study } from '#shared/study/study.ts';
import { countColumn, DOSE_COLUMNS, type PairRow, SCAN_DATES } from '#shared/tables/pairs.ts';
import { isDoseUnlikely, isInvolvementSmall } from '#shared/validation/pair-rules.ts';
import {
  countedReadings,
  datesShared,
  isFewerThanPairs,
  isNothingCounted,
  isWithoutFirstReader,
} from '#shared/validation/patient-pair-rules.ts';
import {
  beyondCounted,
  fewestExpected,
  isMeasurableWithoutLesions,
  isMeasuredThoughNot,
} from '#shared/validation/reading-rules.ts';
import { type ByCentre, byCentre, check, ofEach, type QualityCheck, screenedOf, tally } from './tally.ts';

interface FirstReading extends Reading {
  readonly screened: ScreenedPatient;
  /** The first reader's other readings of the patient. */
  readonly others: readonly PairRow[];
}

/** One for all patients with a single pair, who are most: a list for each would take more memory than the pair. */
const NO_OTHERS: readonly PairRow[] = [];
/** And what is then said of the scans. */
const NOT_SHARED = { columns: [] as readonly string[], both: false };

/**
 * What the rows of several tables, or several rows of a patient, say against each other: what the centres' reports warn
 * of, by the same rules. Pairs are those that the first reader read of the included patients.
 */
export const acrossTablesChecks = (
  study: Study,
  included: readonly IncludedPatient[],
  settings: Pick<StudySettings, 'boardPeriod' | 'mostLesionsMeasured'>,
): readonly QualityCheck[] => {
  const patients = byCentre(included, screenedOf);
  const firsts = included.flatMap(({ screened }) => {
    const first = firstReadings(screened);
    const pairs = first.map(({ pair }) => pair);
    return first.map(
      (reading): FirstReading => ({
        ...reading,
        screened,
        others: pairs.length === 1 ? NO_OTHERS : pairs.filter((pair) => pair !== reading.pair),
      }),
    );
  });
  const readings = byCentre(firsts, screenedOf);
  return [
    ...sharedScans(readings),
    ...SCAN_DATES.map((column) =>
      check(
        'scan_outside_period',
        column,
        'pairs',
        tally(readings, ({ pair }) => isOutside(settings.boardPeriod, pair[column])),
      ),
    ),
    withoutFirstReader(study),
    nothingCounted(patients),
    ...measuredBeyondCounted(readings),
    ...measurableAgainstRows(readings),
    measuredTooFew(readings, settings),
    lowCarcinomas(patients),
    tooFewExams(patients),
    ...DOSE_COLUMNS.map((column) =>
      check(
        'dose_unlikely',
        column,
        'pairs',
        tally(
          readings,
          ({ pair }) => isDoseUnlikely(pair[column]),
          ({ pair }) => pair[column] !== null,
        ),
      ),
    ),
    check(
      'involvement_disagrees',
      null,
      'pairs',
      tally(
        readings,
        ({ pair }) => isInvolvementSmall(pair),
        ({ pair }) => pair.countable === 'massive' && pair.liver_involvement !== null,
      ),
    ),
  ];
};

/** A pair one of whose scans, or both, is also in another pair of the patient. */
function sharedScans(readings: ByCentre<FirstReading>): readonly QualityCheck[] {
  const shared = ofEach(readings, ({ pair, others }) =>
    others.length === 0
      ? NOT_SHARED
      : {
          columns: others.flatMap((other) => datesShared(pair, other)),
          both: others.some((other) => datesShared(pair, other).length === SCAN_DATES.length),
        },
  );
  return [
    ...SCAN_DATES.map((column) =>
      check(
        'scan_in_two_pairs',
        column,
        'pairs',
        tally(shared, ({ columns }) => columns.includes(column)),
      ),
    ),
    check(
      'dates_in_two_pairs',
      null,
      'pairs',
      tally(shared, ({ both }) => both),
    ),
  ];
}

/** Of all screened patients: who has no other pair is excluded for it. */
function withoutFirstReader({ patients }: Study): QualityCheck {
  const numbers = ({ readings }: ScreenedPatient) => new Set(readings.map(({ pair }) => pair.pair));
  const without = ({ readings }: ScreenedPatient) => {
    const pairs = readings.map(({ pair }) => pair);
    return new Set(pairs.filter((pair) => isWithoutFirstReader(pair, pairs)).map(({ pair }) => pair));
  };
  return check(
    'pair_without_first_reader',
    null,
    'pairs',
    tally(
      byCentre(patients, (patient) => patient),
      (patient) => without(patient).size,
      (patient) => numbers(patient).size,
    ),
  );
}

function nothingCounted(patients: ByCentre<IncludedPatient>): QualityCheck {
  const read = ofEach(patients, ({ screened }) => ({
    patient: screened.patient,
    pairs: firstReadings(screened).map(({ pair }) => pair),
  }));
  return check(
    'no_metastasis_counted',
    null,
    'patients',
    tally(
      read,
      ({ patient, pairs }) => isNothingCounted(patient, pairs),
      ({ pairs }) => countedReadings(pairs).length > 0,
    ),
  );
}

function measuredBeyondCounted(readings: ByCentre<FirstReading>): readonly QualityCheck[] {
  const judged = ofEach(readings, ({ pair, lesions }) => ({
    pair,
    beyond: beyondCounted(pair, lesions).map(({ column }) => column),
  }));
  return SEQUENCE_NAMES.flatMap((sequence) =>
    SIDES.map((side) => {
      const column = countColumn(sequence, side);
      return check(
        'measured_beyond_counted',
        column,
        'pairs',
        tally(
          judged,
          ({ beyond }) => beyond.includes(column),
          ({ pair }) => pair[column] !== null,
        ),
      );
    }),
  );
}

const measurableAgainstRows = (readings: ByCentre<FirstReading>): readonly QualityCheck[] => [
  check(
    'measurable_without_lesions',
    null,
    'pairs',
    tally(
      readings,
      ({ pair, lesions }) => isMeasurableWithoutLesions(pair, lesions),
      ({ pair }) => pair.measurable === 'yes',
    ),
  ),
  check(
    'measured_though_not_measurable',
    null,
    'pairs',
    tally(
      readings,
      ({ pair, lesions }) => isMeasuredThoughNot(pair, lesions),
      ({ pair }) => pair.measurable !== null && pair.measurable !== 'yes',
    ),
  ),
];

function measuredTooFew(
  readings: ByCentre<FirstReading>,
  settings: Pick<StudySettings, 'mostLesionsMeasured'>,
): QualityCheck {
  const measured = ofEach(readings, ({ pair, lesions }) => ({
    lesions: lesions.length,
    expected: fewestExpected(pair, lesions, settings),
  }));
  return check(
    'measured_too_few',
    null,
    'pairs',
    tally(
      measured,
      ({ lesions, expected }) => lesions < (expected ?? 0),
      ({ expected }) => expected !== undefined,
    ),
  );
}

const lowCarcinomas = (patients: ByCentre<IncludedPatient>): QualityCheck =>
  check(
    'carcinoma_of_low_indices',
    null,
    'patients',
    tally(
      patients,
      ({ screened }) => isCarcinomaOfLowIndices(screened.patient),
      ({ screened }) => screened.patient.differentiation === 'poor',
    ),
  );

/** All readings of a patient tell on which days he had a CT. */
const tooFewExams = (patients: ByCentre<IncludedPatient>): QualityCheck =>
  check(
    'ct_exams_below_pairs',
    null,
    'patients',
    tally(
      patients,
      ({ screened: { patient, readings } }) =>
        isFewerThanPairs(
          patient,
          readings.map(({ pair }) => pair),
        ),
      ({ screened }) => screened.patient.ct_exams !== null,
    ),
  );
