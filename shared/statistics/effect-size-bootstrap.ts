import { type ClusteredSample, clusterSizes, clusterSums, fewestPatients } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import { allMissing, type Figure, isMissing, missing } from './figure.ts';
import type { Interval, Reason } from './outcome.ts';
import { percentileInterval } from './patient-bootstrap.ts';
import type { PatientDraws } from './patient-draws.ts';
import { rankBiserialOfSum } from './rank-biserial.ts';
import { ascendingOrder, tiedGroups } from './tied-groups.ts';

export interface EffectSizeBootstrap {
  readonly patients: number;
  readonly replicates: number;
  readonly rankBiserial: Figure<Interval>;
  /** Of Cohen's d_z; that of g_z is in the same proportion to it as g_z to d_z. */
  readonly dz: Figure<Interval>;
}

/** The share of replicates that must have an effect size for its limits to be given. */
const enough = 0.95;

/**
 * Percentile bootstrap of the rank-biserial correlation and of d_z by whole patients (Field & Welsh 2007 JRSS-B 69:369).
 * A replicate whose differences do not vary, or are all zero, has no d_z, or no correlation, and is left out.
 *
 * @param draws of as many patients as the sample has.
 */
export function effectSizeBootstrap(
  sample: ClusteredSample,
  draws: PatientDraws,
  level = 0.95,
): EffectSizeBootstrap {
  const { patients, replicates, timesDrawn } = draws;
  const none = (reason: Reason) => ({
    patients,
    replicates,
    ...allMissing(reason, ['rankBiserial', 'dz']),
  });
  if (patients === 0) return none('no_observation');
  if (patients < fewestPatients) return none('too_few_patients');
  const limits = (effectOf: OfDrawn): Figure<Interval> => {
    const effects = new Float64Array(replicates);
    let count = 0;
    for (let replicate = 0; replicate < replicates; replicate += 1) {
      const effect = effectOf(timesDrawn(replicate));
      if (Number.isNaN(effect)) continue;
      effects[count] = effect;
      count += 1;
    }
    if (count < enough * replicates) return missing('no_variation');
    const interval = percentileInterval(effects.subarray(0, count), level);
    // Where every replicate has the same effect, as one of ±1, redrawing says nothing of its error.
    return isMissing(interval) || interval.lower < interval.upper ? interval : missing('no_variation');
  };
  return {
    patients,
    replicates,
    rankBiserial: limits(weightedRankBiserial(sample)),
    dz: limits(weightedStandardisedMean(sample)),
  };
}

/** The effect size of a replicate; NaN of one that has none. */
type OfDrawn = (timesDrawn: Uint16Array) => number;

/**
 * The ranks' order is the same in every replicate: only how often each difference stands there is not. Of equal ones
 * the negative come first, so that what a group adds to V follows from how many were drawn before three of its places.
 */
function weightedRankBiserial({ values, patients }: ClusteredSample): OfDrawn {
  const negative = rowsOf(values, (value) => value < 0);
  const rows = [...negative, ...rowsOf(values, (value) => value > 0)];
  const groups = tiedGroups(rows.map((row) => Math.abs(values[row] ?? 0)));
  const patientOf = ascendingOrder(groups).map((place) => patients[rows[place] ?? 0] ?? 0);
  const ends = new Uint32Array(groups.sizes.length);
  const positives = new Uint32Array(groups.sizes.length);
  let end = 0;
  for (const [group, size] of groups.sizes.entries()) {
    positives[group] = end;
    end += size;
    ends[group] = end;
  }
  for (const place of negative.keys()) {
    const group = groups.groupOf[place] ?? 0;
    positives[group] = (positives[group] ?? 0) + 1;
  }
  const drawnBefore = new Float64Array(patientOf.length + 1);
  return (timesDrawn) => {
    let drawn = 0;
    for (let place = 0; place < patientOf.length; place += 1) {
      drawn += timesDrawn[patientOf[place] ?? 0] ?? 0;
      drawnBefore[place + 1] = drawn;
    }
    let doubled = 0;
    let below = 0;
    for (let group = 0; group < ends.length; group += 1) {
      const upTo = drawnBefore[ends[group] ?? 0] ?? 0;
      doubled += (upTo - (drawnBefore[positives[group] ?? 0] ?? 0)) * (below + upTo + 1);
      below = upTo;
    }
    return rankBiserialOfSum(doubled / 2, drawn);
  };
}

const rowsOf = (values: Float64Array, keep: (value: number) => boolean): readonly number[] =>
  [...values.keys()].filter((row) => keep(values[row] ?? 0));

/** Mean over standard deviation, from sums about the whole sample's mean, near which every replicate's lies. */
function weightedStandardisedMean(sample: ClusteredSample): OfDrawn {
  const centre = sum(sample.values) / sample.values.length;
  const sizes = clusterSizes(sample);
  const deviations = sample.values.map((value) => value - centre);
  const sums = clusterSums(sample, deviations);
  const squares = clusterSums(
    sample,
    deviations.map((deviation) => deviation ** 2),
  );
  return (timesDrawn) => {
    let n = 0;
    let total = 0;
    let squared = 0;
    for (let patient = 0; patient < timesDrawn.length; patient += 1) {
      const times = timesDrawn[patient] ?? 0;
      n += times * (sizes[patient] ?? 0);
      total += times * (sums[patient] ?? 0);
      squared += times * (squares[patient] ?? 0);
    }
    const sumOfSquares = squared - total ** 2 / n;
    if (n < 2 || sumOfSquares <= 1e-9 * squared) return Number.NaN;
    return (centre + total / n) / Math.sqrt(sumOfSquares / (n - 1));
  };
}
