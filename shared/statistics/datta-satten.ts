import { type ClusteredSample, clusterSizes, fewestPatients } from './clustered-sample.ts';
import { sum, sumOf } from './descriptives.ts';
import { allMissing, type Figure } from './figure.ts';
import { normalPValue } from './normal-distribution.ts';
import type { PValue } from './outcome.ts';
import { magnitudesOf } from './sample.ts';
import { ascendingOrder, tiedGroups } from './tied-groups.ts';

export interface DattaSattenTest {
  readonly patients: number;
  readonly statistic: Figure;
  readonly variance: Figure;
  readonly z: Figure;
  readonly pValue: Figure<PValue>;
}

const TEST = ['z', 'pValue'] as const;

/**
 * Signed rank test of one randomly drawn pair of each patient, averaged over all draws: valid also when the number of
 * pairs goes with the effect. With F̂ᵢ the mid-distribution of patient i's |d| and s = sign(d),
 * T = Σᵢ (1/nᵢ) Σⱼ sᵢⱼ (1 + Σ_{k≠i} F̂ₖ(|dᵢⱼ|)), V = Σᵢ [(1/nᵢ) Σⱼ sᵢⱼ (1 + (m − 1) F̂(|dᵢⱼ|))]², F̂ that of all |d| together
 * (Datta & Satten 2008 Biometrics 64:501). Two-sided.
 * R: `clusrank::clusWilcox.test(d, cluster = id, paired = TRUE, method = "ds")`.
 *
 * @param fewest below this number of patients z and p are not given.
 */
export function dattaSattenTest(differences: ClusteredSample, fewest = fewestPatients): DattaSattenTest {
  const { values, patients, patientCount } = differences;
  if (values.length === 0) {
    return { patients: patientCount, ...allMissing('no_observation', ['statistic', 'variance', ...TEST]) };
  }
  const sizes = clusterSizes(differences);
  const { others, pooled, groupOf } = midDistributions(differences, sizes);
  const terms = new Float64Array(patientCount);
  const influences = new Float64Array(patientCount);
  for (let index = 0; index < values.length; index += 1) {
    const patient = patients[index] ?? 0;
    const sign = Math.sign(values[index] ?? 0) / (sizes[patient] ?? 1);
    terms[patient] = (terms[patient] ?? 0) + sign * (1 + (others[index] ?? 0));
    influences[patient] =
      (influences[patient] ?? 0) + sign * (1 + (patientCount - 1) * (pooled[groupOf[index] ?? 0] ?? 0));
  }
  const statistic = sum(terms);
  const variance = sumOf(influences, (influence) => influence * influence);
  const known = { patients: patientCount, statistic, variance };
  if (variance === 0) {
    const reason = values.every((value) => value === 0) ? 'all_zero' : 'no_variation';
    return { ...known, ...allMissing(reason, TEST) };
  }
  if (patientCount < fewest) return { ...known, ...allMissing('too_few_patients', TEST) };
  const z = statistic / Math.sqrt(variance);
  return { ...known, z, pValue: normalPValue(z) };
}

interface MidDistributions {
  /** Σₖ F̂ₖ(|d|) over the other patients, at each row. */
  readonly others: Float64Array;
  /** F̂(|d|) of all values together, of each group of equal |d|. */
  readonly pooled: Float64Array;
  readonly groupOf: Uint32Array;
}

/** All mid-distributions at all rows in one pass over the sorted |d|, ties counted by half. */
function midDistributions({ values, patients }: ClusteredSample, sizes: Float64Array): MidDistributions {
  const groups = tiedGroups(magnitudesOf(values));
  const order = ascendingOrder(groups);
  const others = new Float64Array(values.length);
  const pooled = new Float64Array(groups.sizes.length);
  const before = new Float64Array(sizes.length);
  // Half the weight of each patient in the tied group at hand, 0 between two of them.
  const halves = new Float64Array(sizes.length);
  let weightBefore = 0;
  let first = 0;
  for (const [group, size] of groups.sizes.entries()) {
    const next = first + size;
    pooled[group] = (first + next) / 2 / order.length;
    const tied = order.subarray(first, next);
    let weight = 0;
    for (const row of tied) {
      const patient = patients[row] ?? 0;
      const share = 1 / (sizes[patient] ?? 1);
      halves[patient] = (halves[patient] ?? 0) + share / 2;
      weight += share;
    }
    for (const row of tied) {
      const patient = patients[row] ?? 0;
      others[row] = weightBefore + weight / 2 - (before[patient] ?? 0) - (halves[patient] ?? 0);
    }
    for (const row of tied) {
      const patient = patients[row] ?? 0;
      before[patient] = (before[patient] ?? 0) + 2 * (halves[patient] ?? 0);
      halves[patient] = 0;
    }
    weightBefore += weight;
    first = next;
  }
  return { others, pooled, groupOf: groups.groupOf };
}
