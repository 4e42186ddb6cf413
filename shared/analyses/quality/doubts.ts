import type { MeasuredLesion } from '#shared/analyses/measures/measured-lesions.ts';
import { countedReadings } from '#shared/analyses/visibility/listed-lesions.ts';
import { derivedGrade } from '#shared/protocol/grade.ts';
import { daysPastLimit } from '#shared/protocol/pair-interval.ts';
import { NEAR_LIMIT_DAYS } from '#shared/protocol/quality.ts';
import { TOTALS } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { firstReadings, type Reading, type ScreenedPatient, type Study } from '#shared/study/study.ts';
import { countColumn } from '#shared/tables/pairs.ts';
import { diametersDisagree } from '#shared/validation/lesion-rules.ts';
import { totalWarnings } from '#shared/validation/pair-rules.ts';
import {
  byCentre,
  check,
  ofEach,
  patientOf,
  type QualityCheck,
  type QualityDetail,
  screenedOf,
  tally,
} from './tally.ts';

interface DoubtSources {
  readonly study: Study;
  readonly included: readonly IncludedPatient[];
  readonly lesions: readonly MeasuredLesion[];
}

/** What is accepted and used but worth a second look. */
export const doubtChecks = (
  { study, included, lesions }: DoubtSources,
  { longestIntervalMonths }: Pick<StudySettings, 'longestIntervalMonths'>,
): readonly QualityCheck[] => {
  const patients = byCentre(included, screenedOf);
  return [
    ...totalsOfOneSequence(included),
    check(
      'diameters_disagree',
      null,
      'lesions',
      tally(byCentre(lesions, patientOf), ({ lesion }) => diametersDisagree(lesion)),
    ),
    ...nearLimit(study, longestIntervalMonths),
    check(
      'grade_disagrees',
      null,
      'patients',
      tally(
        patients,
        ({ screened: { patient } }) => gradesKnown(patient) && derivedGrade(patient) !== patient.grade,
        ({ screened: { patient } }) => gradesKnown(patient),
      ),
    ),
    check(
      'board_date_not_known',
      null,
      'patients',
      tally(patients, ({ screened }) => screened.patient.board_date === null),
    ),
    check(
      'lesion_changes_side',
      null,
      'lesions',
      tally(
        ofEach(patients, lesionsAndMoved),
        ({ moved }) => moved,
        ({ lesions }) => lesions,
      ),
    ),
    check(
      'dates_differ_between_readers',
      null,
      'pairs',
      tally(
        ofEach(patients, readTogether),
        (pairs) => pairs.filter(datesDiffer).length,
        (pairs) => pairs.length,
      ),
    ),
  ];
};

/** The same rule as the centre's own report: a total that one sequence alone reaches. */
function totalsOfOneSequence(included: readonly IncludedPatient[]) {
  const columns = ofEach(byCentre(countedReadings(included), patientOf), ({ reading: { pair, listed } }) =>
    totalWarnings(pair, (column) => ({ row: null, column, value: null }), listed).map(({ column }) => column),
  );
  return TOTALS.flatMap(({ name }) =>
    SIDES.map((side) => {
      const column = countColumn(name, side);
      return check(
        'total_equals_one_sequence',
        column,
        'pairs',
        tally(columns, (warned) => warned.includes(column)),
      );
    }),
  );
}

/** The complete pairs whose interval lies within some days of the limit, on either side of it. */
function nearLimit({ patients }: Study, months: number) {
  const complete = byCentre(
    patients.flatMap((screened) =>
      firstReadings(screened)
        .filter(({ pair }) => pair.protocol_complete)
        .map(({ pair }) => ({ screened, days: daysPastLimit(pair, months) })),
    ),
    screenedOf,
  );
  const near = (detail: QualityDetail, holds: (days: number) => boolean) =>
    check(
      'interval_near_limit',
      detail,
      'pairs',
      tally(complete, ({ days }) => holds(days)),
    );
  return [
    near('under_limit', (days) => days < 0 && days >= -NEAR_LIMIT_DAYS),
    near('limit_or_over', (days) => days >= 0 && days <= NEAR_LIMIT_DAYS),
  ];
}

const gradesKnown = (patient: ScreenedPatient['patient']) =>
  patient.grade !== null && derivedGrade(patient) !== null;

function lesionsAndMoved(patient: IncludedPatient) {
  const sides = [...sidesOfLesions(patient).values()];
  return { lesions: sides.length, moved: sides.filter((own) => own.size > 1).length };
}

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
