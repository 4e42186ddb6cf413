import type { CountedPair } from '#shared/analyses/counts/counted-pairs.ts';
import type { MeasuredLesion } from '#shared/analyses/measures/measured-lesions.ts';
import { OUTER_FENCES } from '#shared/protocol/quality.ts';
import { ascending } from '#shared/statistics/ascending.ts';
import { quantileOfSorted } from '#shared/statistics/descriptives.ts';
import { type Figure, isMissing, missing } from '#shared/statistics/figure.ts';
import { presentValues } from '#shared/statistics/sample.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { ScreenedPatient } from '#shared/study/study.ts';
import { DIAMETER_COLUMNS } from '#shared/tables/lesions.ts';
import { COUNT_COLUMNS, DOSE_COLUMNS } from '#shared/tables/pairs.ts';
import { type Fences, type QualityCheck, type QualityDetail, tally } from './tally.ts';

const PATIENT_COLUMNS = ['age_at_diagnosis', 'ki67_percent', 'mitoses_per_10_hpf', 'ct_exams'] as const;

/** The values far from the others of their column, in the rows that the analyses use. */
export const extremeChecks = (
  included: readonly IncludedPatient[],
  pairs: readonly CountedPair[],
  lesions: readonly MeasuredLesion[],
): readonly QualityCheck[] => [
  ...PATIENT_COLUMNS.map((name) =>
    columnCheck(
      name,
      'patients',
      included,
      ({ screened }) => screened,
      ({ screened }) => screened.patient[name],
    ),
  ),
  ...[...COUNT_COLUMNS.map(({ name }) => name), ...DOSE_COLUMNS].map((name) =>
    columnCheck(
      name,
      'pairs',
      pairs,
      ({ patient }) => patient.screened,
      ({ pair }) => pair[name],
    ),
  ),
  ...DIAMETER_COLUMNS.map(({ name }) =>
    columnCheck(
      name,
      'lesions',
      lesions,
      ({ patient }) => patient.screened,
      // 0 mm says that nothing is left: as everywhere in this table, no diameter.
      ({ lesion }) => lesion[name] || null,
    ),
  ),
];

function columnCheck<T>(
  detail: QualityDetail,
  unit: QualityCheck['unit'],
  items: readonly T[],
  patientOf: (item: T) => ScreenedPatient,
  cellOf: (item: T) => number | null,
): QualityCheck {
  const fences = outerFences(ascending(presentValues(items.map(cellOf))));
  const extreme = (value: number | null) =>
    value !== null && !isMissing(fences) && (value < fences.lower || value > fences.upper);
  return {
    check: 'extreme_value',
    detail,
    unit,
    byCentre: tally(
      items,
      patientOf,
      (item) => extreme(cellOf(item)),
      (item) => Number(cellOf(item) !== null),
    ),
    fences,
  };
}

function outerFences(sorted: Float64Array): Figure<Fences> {
  const [lower, upper] = [quantileOfSorted(sorted, 0.25), quantileOfSorted(sorted, 0.75)];
  if (isMissing(lower) || isMissing(upper) || sorted.length < OUTER_FENCES.fewestValues) {
    return missing('too_few_observations');
  }
  const reach = OUTER_FENCES.interquartileRanges * (upper - lower);
  // Half of the values are one and the same: every other one would be extreme.
  return reach === 0 ? missing('no_variation') : { lower: lower - reach, upper: upper + reach };
}
