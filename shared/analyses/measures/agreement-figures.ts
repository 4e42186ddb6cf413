import { type ClusterRobustMean, clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { type ClusterRobustSlope, clusterRobustSlope } from '#shared/statistics/cluster-robust-slope.ts';
import { type ClusteredLimits, clusteredLimits } from '#shared/statistics/clustered-limits.ts';
import { clusteredDifferences } from '#shared/statistics/clustered-sample.ts';
import {
  type ConcordanceCorrelation,
  concordanceCorrelation,
} from '#shared/statistics/concordance-correlation.ts';
import { isMissing } from '#shared/statistics/figure.ts';
import {
  type IntraclassCorrelation,
  intraclassCorrelations,
} from '#shared/statistics/intraclass-correlation.ts';
import { type RelativeDifference, relativeDifference } from '#shared/statistics/relative-difference.ts';
import { completePairs, type Sample } from '#shared/statistics/sample.ts';

/** How well two columns of numbers of the same things agree. */
export interface AgreementFigures {
  readonly n: number;
  readonly patients: number;
  readonly bias: ClusterRobustMean;
  readonly relativeBias: RelativeDifference;
  readonly limits: ClusteredLimits;
  /** Of the difference on the mean of the two. */
  readonly slope: ClusterRobustSlope;
  readonly agreement: IntraclassCorrelation;
  readonly consistency: IntraclassCorrelation;
  readonly concordance: ConcordanceCorrelation;
}

/**
 * Differences are first − second; rows without one of the two are left out.
 *
 * @param patients the patient of each row, by any key.
 */
export function agreementOf(first: Sample, second: Sample, patients: ArrayLike<number>): AgreementFigures {
  const differences = clusteredDifferences(first, second, patients);
  const { x, y } = completeColumns(first, second);
  const other = (row: number) => y[row] ?? Number.NaN;
  const icc = intraclassCorrelations(Array.from(x, (value, row) => [value, other(row)]));
  return {
    n: differences.values.length,
    patients: differences.patientCount,
    bias: clusterRobustMean(differences),
    relativeBias: relativeDifference(first, second),
    limits: clusteredLimits(differences),
    slope: clusterRobustSlope(
      x.map((value, row) => (value + other(row)) / 2),
      differences,
    ),
    agreement: icc.agreement,
    consistency: icc.consistency,
    concordance: concordanceCorrelation(x, y),
  };
}

/** The rows that have both values, as two columns. */
function completeColumns(
  first: Sample,
  second: Sample,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const complete = completePairs(first, second);
  return isMissing(complete) ? { x: new Float64Array(), y: new Float64Array() } : complete;
}
