import { type ClusteredSample, clusterSizes, clusterSums } from './clustered-sample.ts';
import { mean, sum } from './descriptives.ts';
import { type Figure, isMissing, missing } from './figure.ts';

/**
 * How far differences scatter around the mean of their own group (two readers of one centre), for limits of agreement
 * of ± 1.96 of it: s² = σ²_between + MSW as in `repeatedBlandAltman`, with the sums of squares between and within
 * patients added up over groups, k − (number of groups) degrees of freedom between, and
 * m₀ = Σ_g (N_g − Σnᵢ²/N_g) over them. Where every patient has one difference, it is the variance within groups. Of
 * one group it is the standard deviation of `clusteredLimits`.
 *
 * @param groups - their differences by patient; a group without any counts for nothing
 */
export function deviationWithinGroups(groups: readonly ClusteredSample[]): Figure {
  const filled = groups.flatMap((group) => {
    const average = mean(group.values);
    return isMissing(average) ? [] : [{ group, average }];
  });
  if (filled.length === 0) return missing('no_observation');
  const patients = sum(filled.map(({ group }) => group.patientCount));
  const n = sum(filled.map(({ group }) => group.values.length));
  const degreesOfFreedom = patients - filled.length;
  if (degreesOfFreedom < 1) return missing('too_few_patients');
  const parts = filled.map(({ group, average }) => squaresOf(group, average));
  const meanSquareBetween = sum(parts.map(({ between }) => between)) / degreesOfFreedom;
  if (n === patients) return Math.sqrt(meanSquareBetween);
  const meanSquareWithin = sum(parts.map(({ within }) => within)) / (n - patients);
  const typicalSize = sum(parts.map(({ size }) => size)) / degreesOfFreedom;
  return Math.sqrt((meanSquareBetween - meanSquareWithin) / typicalSize + meanSquareWithin);
}

function squaresOf(group: ClusteredSample, average: number) {
  const sizes = clusterSizes(group);
  const means = clusterSums(group).map((total, patient) => total / (sizes[patient] ?? 1));
  const n = group.values.length;
  return {
    between: sum(means.map((value, patient) => (sizes[patient] ?? 0) * (value - average) ** 2)),
    within: sum(group.values.map((value, row) => (value - (means[group.patients[row] ?? 0] ?? 0)) ** 2)),
    size: n - sum(sizes.map((size) => size * size)) / n,
  };
}
