import type { CountedPair } from '#shared/analyses/counts/counted-pairs.ts';
import type { MeasuredLesion } from '#shared/analyses/measures/measured-lesions.ts';
import { OUTER_FENCES } from '#shared/protocol/quality.ts';
import { quantileOfTally } from '#shared/statistics/descriptives.ts';
import { type Figure, isMissing, missing } from '#shared/statistics/figure.ts';
import { presentValues } from '#shared/statistics/sample.ts';
import { tallied, talliedNumber, type ValueTally } from '#shared/statistics/value-tally.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { DIAMETER_COLUMNS } from '#shared/tables/lesions.ts';
import { COUNT_COLUMNS, DOSE_COLUMNS } from '#shared/tables/pairs.ts';
import {
  type ByCentre,
  byCentre,
  type Fences,
  ofEach,
  patientOf,
  type QualityCheck,
  type QualityDetail,
  screenedOf,
  tally,
} from './tally.ts';

const PATIENT_COLUMNS = ['age_at_diagnosis', 'ki67_percent', 'mitoses_per_10_hpf', 'ct_exams'] as const;

/** The values far from the others of their column, in the rows that the analyses use. */
export const extremeChecks = (
  included: readonly IncludedPatient[],
  pairs: readonly CountedPair[],
  lesions: readonly MeasuredLesion[],
): readonly QualityCheck[] => {
  const patients = byCentre(included, screenedOf);
  const ofPairs = byCentre(pairs, patientOf);
  const ofLesions = byCentre(lesions, patientOf);
  return [
    ...PATIENT_COLUMNS.map((name) =>
      columnCheck(
        name,
        'patients',
        ofEach(patients, ({ screened }) => screened.patient[name]),
      ),
    ),
    ...[...COUNT_COLUMNS.map(({ name }) => name), ...DOSE_COLUMNS].map((name) =>
      columnCheck(
        name,
        'pairs',
        ofEach(ofPairs, ({ pair }) => pair[name]),
      ),
    ),
    ...DIAMETER_COLUMNS.map(({ name }) =>
      columnCheck(
        name,
        'lesions',
        // 0 mm says that nothing is left: as everywhere in this table, no diameter.
        ofEach(ofLesions, ({ lesion }) => lesion[name] || null),
      ),
    ),
  ];
};

function columnCheck(
  detail: QualityDetail,
  unit: QualityCheck['unit'],
  cells: ByCentre<number | null>,
): QualityCheck {
  const fences = outerFences(tallied(presentValues(cells.items)));
  const [least, most] = isMissing(fences)
    ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    : [fences.lower, fences.upper];
  return {
    check: 'extreme_value',
    detail,
    unit,
    byCentre: tally(
      cells,
      (value) => value !== null && (value < least || value > most),
      (value) => value !== null,
    ),
    fences,
  };
}

function outerFences(values: ValueTally): Figure<Fences> {
  const [lower, upper] = [quantileOfTally(values, 0.25), quantileOfTally(values, 0.75)];
  if (isMissing(lower) || isMissing(upper) || talliedNumber(values) < OUTER_FENCES.fewestValues) {
    return missing('too_few_observations');
  }
  const reach = OUTER_FENCES.interquartileRanges * (upper - lower);
  // Half of the values are one and the same: every other one would be extreme.
  return reach === 0 ? missing('no_variation') : { lower: lower - reach, upper: upper + reach };
}
