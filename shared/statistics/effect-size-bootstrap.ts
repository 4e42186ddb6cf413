import { type ClusteredSample, fewestPatients } from './clustered-sample.ts';
import { allMissing, type Figure, isMissing, missing } from './figure.ts';
import type { Interval, Reason } from './outcome.ts';
import { percentileInterval } from './patient-bootstrap.ts';
import type { PatientDraws } from './patient-draws.ts';
import { rankBiserialOfSum } from './rank-biserial.ts';
import { type RedrawnSums, redrawnSums } from './redrawn-sums.ts';
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
 * @param sums those of the draws, where they are known.
 */
export function effectSizeBootstrap(
  sample: ClusteredSample,
  draws: PatientDraws,
  sums: RedrawnSums = redrawnSums(sample, draws),
): EffectSizeBootstrap {
  const { patients, replicates } = draws;
  const none = (reason: Reason) => ({
    patients,
    replicates,
    ...allMissing(reason, ['rankBiserial', 'dz']),
  });
  if (patients === 0) return none('no_observation');
  if (patients < fewestPatients) return none('too_few_patients');
  const limits = (effectOf: OfReplicate): Figure<Interval> => {
    const effects = new Float64Array(replicates);
    let count = 0;
    for (let replicate = 0; replicate < replicates; replicate += 1) {
      const effect = effectOf(replicate);
      if (Number.isNaN(effect)) continue;
      effects[count] = effect;
      count += 1;
    }
    if (count < enough * replicates) return missing('no_variation');
    const interval = percentileInterval(effects.subarray(0, count));
    // Where every replicate has the same effect, as one of ±1, redrawing says nothing of its error.
    return isMissing(interval) || interval.lower < interval.upper ? interval : missing('no_variation');
  };
  return {
    patients,
    replicates,
    rankBiserial: limits(redrawnRankBiserial(sample, draws)),
    dz: limits(redrawnStandardisedMean(sums)),
  };
}

/** The effect size of a replicate; NaN of one that has none. */
type OfReplicate = (replicate: number) => number;

/**
 * The ranks' order is the same in every replicate: only how often each difference stands there is not. Of equal ones
 * the negative come first, so that what a group adds to V follows from how many were drawn before three of its places.
 */
function redrawnRankBiserial(
  { values, patients }: ClusteredSample,
  { timesDrawn }: PatientDraws,
): OfReplicate {
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
  return (replicate) => {
    const times = timesDrawn[replicate] ?? new Uint16Array();
    let doubled = 0;
    let drawn = 0;
    let place = 0;
    for (let group = 0; group < ends.length; group += 1) {
      const below = drawn;
      const [positive, end] = [positives[group] ?? 0, ends[group] ?? 0];
      for (; place < positive; place += 1) drawn += times[patientOf[place] ?? 0] ?? 0;
      const belowPositive = drawn;
      for (; place < end; place += 1) drawn += times[patientOf[place] ?? 0] ?? 0;
      doubled += (drawn - belowPositive) * (below + drawn + 1);
    }
    return rankBiserialOfSum(doubled / 2, drawn);
  };
}

const rowsOf = (values: Float64Array, keep: (value: number) => boolean): readonly number[] =>
  [...values.keys()].filter((row) => keep(values[row] ?? 0));

/** Mean over standard deviation, from sums about the whole sample's mean, near which every replicate's lies. */
const redrawnStandardisedMean =
  ({ centre, sizes, deviations, squares }: RedrawnSums): OfReplicate =>
  (replicate) => {
    const n = sizes[replicate] ?? 0;
    const total = deviations[replicate] ?? 0;
    const squared = squares[replicate] ?? 0;
    const sumOfSquares = squared - total ** 2 / n;
    if (n < 2 || sumOfSquares <= 1e-9 * squared) return Number.NaN;
    return (centre + total / n) / Math.sqrt(sumOfSquares / (n - 1));
  };
