import { sum } from './descriptives.ts';
import { allMissing, type Figure } from './figure.ts';
import { lehmerGenerator } from './lehmer-generator.ts';

/** The counts of a group's patients on two sequences, all pairs together. */
export interface GroupCounts {
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
}

export interface RatioInteraction {
  /** Groups that have an error. */
  readonly groups: number;
  /** Cochran's Q of their log ratios. */
  readonly q: Figure;
  readonly degreesOfFreedom: Figure;
  readonly p: Figure;
}

export interface Permutations {
  /** From 1 to 2147483646. */
  readonly seed: number;
  readonly replicates: number;
}

/** A Q that rounding alone makes smaller is not smaller. */
const AS_LARGE = { relative: 1e-9, absolute: 1e-12 };

/**
 * Whether the ratio of two counts differs between groups of patients: Cochran's Q of the log ratios, weighted by the
 * variance that `clusteredRateRatio` gives them. With few patients the χ² law finds far too much, so p is read from the
 * law of Q when the patients are dealt to groups of the same sizes at random (Pitman 1937; of a studentised statistic
 * also where groups differ in what is not asked, such as the load, with many patients: Chung & Romano 2013 Ann Stat
 * 41:484): (1 + dealings with a Q as large)/(1 + dealings). A dealing in which a group has no ratio counts as one.
 *
 * Patients stand group by group; a dealing is the one before, shuffled from its last place on (Fisher & Yates: place i
 * changes with place ⌊u·(i + 1)⌋).
 */
export function ratioInteraction(
  allGroups: readonly GroupCounts[],
  { seed, replicates }: Permutations,
): RatioInteraction {
  const usable = allGroups.filter(
    ({ first, second }) => effectOf(Float64Array.from(first), Float64Array.from(second)) !== null,
  );
  if (usable.length < 2) {
    return { groups: usable.length, ...allMissing('too_few_observations', ['q', 'degreesOfFreedom', 'p']) };
  }
  const first = Float64Array.from(usable.flatMap((group) => Array.from(group.first)));
  const second = Float64Array.from(usable.flatMap((group) => Array.from(group.second)));
  const sizes = usable.map((group) => group.first.length);
  const q = heterogeneityOf(first, second, sizes);
  const enough = q * (1 - AS_LARGE.relative) - AS_LARGE.absolute;
  const next = lehmerGenerator(seed);
  let asLarge = 0;
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    shuffle(first, second, next);
    if (!(heterogeneityOf(first, second, sizes) < enough)) asLarge += 1;
  }
  return {
    groups: usable.length,
    q,
    degreesOfFreedom: usable.length - 1,
    p: (1 + asLarge) / (1 + replicates),
  };
}

/** By itself, so that it is compiled for good after some dealings, and not in the middle of each. */
function shuffle(first: Float64Array, second: Float64Array, next: () => number): void {
  for (let last = first.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    exchange(first, last, other);
    exchange(second, last, other);
  }
}

function exchange(values: Float64Array, one: number, other: number): void {
  const value = values[one] ?? Number.NaN;
  values[one] = values[other] ?? Number.NaN;
  values[other] = value;
}

/** Cochran's Q of groups of such sizes, one after the other; NaN where one of them has no ratio with an error. */
function heterogeneityOf(first: Float64Array, second: Float64Array, sizes: readonly number[]): number {
  let start = 0;
  const effects = sizes.map((size) => {
    const effect = effectOf(first, second, start, start + size);
    start += size;
    return effect ?? { logRatio: Number.NaN, weight: Number.NaN };
  });
  const mean =
    sum(effects.map(({ logRatio, weight }) => weight * logRatio)) / sum(effects.map(({ weight }) => weight));
  return sum(effects.map(({ logRatio, weight }) => weight * (logRatio - mean) ** 2));
}

/** ln of the ratio of the totals of some patients, and 1 over its variance between them. */
function effectOf(
  first: Float64Array,
  second: Float64Array,
  start = 0,
  end = first.length,
): { readonly logRatio: number; readonly weight: number } | null {
  const patients = end - start;
  // Whole numbers, whose sum is exact.
  let ofFirst = 0;
  let ofSecond = 0;
  for (let patient = start; patient < end; patient += 1) {
    ofFirst += first[patient] ?? 0;
    ofSecond += second[patient] ?? 0;
  }
  if (patients < 2 || ofFirst === 0 || ofSecond === 0) return null;
  let squares = 0;
  for (let patient = start; patient < end; patient += 1) {
    squares += ((first[patient] ?? 0) / ofFirst - (second[patient] ?? 0) / ofSecond) ** 2;
  }
  if (squares === 0) return null;
  return { logRatio: Math.log(ofFirst / ofSecond), weight: (patients - 1) / (patients * squares) };
}
