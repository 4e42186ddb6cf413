import { addMonths, daysBetween } from '#shared/calendar.ts';
import { derivedGrade } from '#shared/protocol/grade.ts';
import { LARGEST_DIAMETER_RATIO, NEAR_LIMIT_DAYS } from '#shared/protocol/quality.ts';
import { SEQUENCES, TOTALS } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { PAIR_INTERVAL_MONTHS } from '#shared/protocol/study-period.ts';
import { countColumn, type PairRow } from '#shared/tables/pairs.ts';
import { pairWarnings } from '#shared/validation/pair-rules.ts';
import type { CountedPair } from './counted-pairs.ts';
import type { IncludedPatient } from './eligibility.ts';
import { type MeasuredLesion, measuredTenths } from './measured-lesions.ts';
import { check, type QualityCheck, tally } from './quality-tally.ts';
import { firstReadings, type Reading, type ScreenedPatient, type Study } from './study.ts';

const screenedOf = ({ screened }: { readonly screened: ScreenedPatient }) => screened;
const patientOf = ({ patient }: { readonly patient: IncludedPatient }) => patient.screened;

/** What is accepted and used but worth a second look. */
export const doubtChecks = (
  study: Study,
  included: readonly IncludedPatient[],
  pairs: readonly CountedPair[],
  lesions: readonly MeasuredLesion[],
): readonly QualityCheck[] => [
  ...totalsOfOneSequence(pairs),
  check('diameters_disagree', null, 'lesions', tally(lesions, patientOf, diametersDisagree)),
  ...nearLimit(study),
  check(
    'grade_disagrees',
    null,
    'patients',
    tally(
      included,
      screenedOf,
      ({ screened: { patient } }) => gradesKnown(patient) && derivedGrade(patient) !== patient.grade,
      ({ screened: { patient } }) => Number(gradesKnown(patient)),
    ),
  ),
  check(
    'board_date_not_known',
    null,
    'patients',
    tally(included, screenedOf, ({ screened }) => screened.patient.board_date === null),
  ),
  check(
    'lesion_changes_side',
    null,
    'lesions',
    tally(
      included,
      screenedOf,
      (patient) => [...sidesOfLesions(patient)].filter(([, sides]) => sides.size > 1).length,
      (patient) => sidesOfLesions(patient).size,
    ),
  ),
  check(
    'dates_differ_between_readers',
    null,
    'pairs',
    tally(
      included,
      screenedOf,
      (patient) => readTogether(patient).filter(datesDiffer).length,
      (patient) => readTogether(patient).length,
    ),
  ),
];

/** The same rule as the centre's own report: a total that one sequence alone reaches. */
function totalsOfOneSequence(pairs: readonly CountedPair[]) {
  const warned = pairs.map(({ patient, pair }) => ({
    patient,
    columns: pairWarnings(pair, (column) => ({ row: null, column, value: null })).map(({ column }) => column),
  }));
  return TOTALS.flatMap(({ name }) =>
    SIDES.map((side) => {
      const column = countColumn(name, side);
      return check(
        'total_equals_one_sequence',
        column,
        'pairs',
        tally(warned, patientOf, ({ columns }) => columns.includes(column)),
      );
    }),
  );
}

function diametersDisagree({ lesion }: MeasuredLesion): boolean {
  const diameters = SEQUENCES.map(({ name }) => measuredTenths(lesion, name)).filter(
    (value) => value !== null,
  );
  return Math.max(...diameters) > LARGEST_DIAMETER_RATIO * Math.min(...diameters);
}

/** The complete pairs whose interval lies within some days of the limit, on either side of it. */
function nearLimit({ patients }: Study) {
  const complete = patients.flatMap((screened) =>
    firstReadings(screened)
      .filter(({ pair }) => pair.protocol_complete)
      .map(({ pair }) => ({ screened, days: daysPastLimit(pair) })),
  );
  const near = (detail: string, holds: (days: number) => boolean) =>
    check(
      'interval_near_limit',
      detail,
      'pairs',
      tally(complete, screenedOf, ({ days }) => holds(days)),
    );
  return [
    near('under_limit', (days) => days < 0 && days >= -NEAR_LIMIT_DAYS),
    near('limit_or_over', (days) => days >= 0 && days <= NEAR_LIMIT_DAYS),
  ];
}

/** Days from the day that is three months after the first scan to the second scan; negative for a pair close enough. */
function daysPastLimit({ ct_date, mri_date }: PairRow): number {
  const [first, second] = ct_date < mri_date ? [ct_date, mri_date] : [mri_date, ct_date];
  return daysBetween(addMonths(first, PAIR_INTERVAL_MONTHS), second);
}

const gradesKnown = (patient: ScreenedPatient['patient']) =>
  patient.grade !== null && derivedGrade(patient) !== null;

function sidesOfLesions({ screened }: IncludedPatient): ReadonlyMap<number, ReadonlySet<string>> {
  const sides = new Map<number, Set<string>>();
  for (const { lesion, side } of firstReadings(screened).flatMap(({ lesions }) => lesions)) {
    sides.set(lesion, (sides.get(lesion) ?? new Set()).add(side));
  }
  return sides;
}

/** The readings of each pair that several readers read. */
const readTogether = ({ screened }: IncludedPatient): readonly (readonly Reading[])[] =>
  [...Map.groupBy(screened.readings, ({ pair }) => pair.pair).values()].filter(
    (readings) => readings.length > 1,
  );

const datesDiffer = (readings: readonly Reading[]): boolean =>
  new Set(readings.map(({ pair }) => `${pair.ct_date} ${pair.mri_date}`)).size > 1;
