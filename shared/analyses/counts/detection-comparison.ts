import type { CountedName } from '#shared/protocol/sequences.ts';
import { ALL_LESIONS } from '#shared/protocol/sequences.ts';
import type { Region } from '#shared/protocol/sides.ts';
import {
  limitColumns,
  PERCENTAGE_POINTS,
  pColumns,
  scaled,
  UNITLESS,
} from '#shared/publication/column-groups.ts';
import { figure, withReason } from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ColumnDefinition, integer } from '#shared/publication/result-table.ts';
import { clusteredMcNemarTest, type McNemarTest } from '#shared/statistics/clustered-mcnemar.ts';
import { type ClusteredDifference, clusteredDifference } from '#shared/statistics/clustered-proportion.ts';
import { type ClusteredRateRatio, clusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import { allMissing, type Missing } from '#shared/statistics/figure.ts';
import type { CountColumns } from './count-columns.ts';
import { aboveUnion, seenOf } from './detection.ts';

type RateDifference = {
  readonly [Name in 'estimate' | 'interval']: ClusteredDifference[Name] | Missing<ReasonCode>;
};

/** How many more metastases one sequence sees than another, by ratio and by share of all metastases. */
export interface DetectionComparison {
  readonly rateRatio: ClusteredRateRatio;
  readonly rateDifference: RateDifference;
  readonly mcNemar: McNemarTest;
}

/**
 * Compares two sequences on the patients' totals. McNemar's test needs only how many more of a patient's lesions
 * the first sequence sees, b − c: lesions that both see, or neither, cancel, so that no lesion need be matched.
 */
export function compareDetection(
  counts: CountColumns,
  first: CountedName,
  second: CountedName,
  region: Region,
): DetectionComparison {
  const { present, seen } = seenOf(counts, ALL_LESIONS, [first, second], region);
  const [ofFirst = new Float64Array(), ofSecond = new Float64Array()] = seen;
  return {
    rateRatio: clusteredRateRatio(counts.perPatient(first, region), counts.perPatient(second, region)),
    // Shares of lesions that do not hold all that were seen are none.
    rateDifference:
      aboveUnion(counts, ALL_LESIONS, [first, second], region).pairs > 0
        ? allMissing('more_seen_than_present', ['estimate', 'interval'])
        : clusteredDifference(ofFirst, ofSecond, present),
    mcNemar: clusteredMcNemarTest(ofFirst, ofSecond),
  };
}

const RATIO = { fr: 'rapport des nombres, première / seconde', en: 'rate ratio, first / second' };
const DIFFERENCE = {
  fr: 'différence des taux de détection parmi toutes les métastases, première − seconde',
  en: 'difference of the detection rates among all metastases, first − second',
};
const MCNEMAR = { fr: 'McNemar par patient', en: 'McNemar, clustered' };

export const detectionColumns: readonly ColumnDefinition<DetectionComparison>[] = [
  ...withReason<DetectionComparison>('rate_ratio', RATIO, [
    figure('rate_ratio', RATIO, ({ rateRatio }) => rateRatio.ratio),
    ...limitColumns(
      UNITLESS,
      'rate_ratio',
      RATIO,
      ({ rateRatio }: DetectionComparison) => rateRatio.interval,
    ),
    ...pColumns('rate_ratio', RATIO, ({ rateRatio }: DetectionComparison) => rateRatio.pValue),
  ]),
  ...withReason<DetectionComparison>('rate_difference', DIFFERENCE, [
    scaled(PERCENTAGE_POINTS, 'rate_difference', DIFFERENCE, ({ rateDifference }) => rateDifference.estimate),
    ...limitColumns(
      PERCENTAGE_POINTS,
      'rate_difference',
      DIFFERENCE,
      ({ rateDifference }: DetectionComparison) => rateDifference.interval,
    ),
  ]),
  integer(
    'mcnemar_n_patients',
    { fr: 'McNemar : patients avec une métastase', en: 'McNemar: patients with a metastasis' },
    ({ mcNemar }) => mcNemar.patients,
  ),
  ...withReason<DetectionComparison>('mcnemar', MCNEMAR, [
    figure(
      'mcnemar_chi2',
      { fr: 'McNemar par patient : χ²', en: 'McNemar, clustered: χ²' },
      ({ mcNemar }) => mcNemar.statistic,
    ),
    ...pColumns('mcnemar', MCNEMAR, ({ mcNemar }: DetectionComparison) => mcNemar.pValue),
  ]),
];
