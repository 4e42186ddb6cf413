import { type ClusteredSample, clusterSizes, clusterSums } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import type { PatientDraws } from './patient-draws.ts';

/** What the values drawn add up to, in each replicate. */
export interface RedrawnSums {
  /** The mean of the whole sample, near which every replicate's lies. */
  readonly centre: number;
  /** How many values were drawn. */
  readonly sizes: Float64Array;
  readonly totals: Float64Array;
  /** Of the deviations from the centre, and of their squares. */
  readonly deviations: Float64Array;
  readonly squares: Float64Array;
}

/**
 * The sums of every replicate over the patients drawn, in the order of the patients. An addition waits for the one
 * before it in its sum: so all four are added up at once.
 *
 * @param draws of as many patients as the sample has.
 */
export function redrawnSums(sample: ClusteredSample, draws: PatientDraws): RedrawnSums {
  const { patients, replicates, timesDrawn } = draws;
  const centre = sum(sample.values) / sample.values.length;
  const fromCentre = sample.values.map((value) => value - centre);
  const sizes = clusterSizes(sample);
  const totals = clusterSums(sample);
  const deviations = clusterSums(sample, fromCentre);
  const squares = clusterSums(
    sample,
    fromCentre.map((deviation) => deviation ** 2),
  );
  const drawn = {
    sizes: new Float64Array(replicates),
    totals: new Float64Array(replicates),
    deviations: new Float64Array(replicates),
    squares: new Float64Array(replicates),
  };
  for (const [replicate, timesOf] of timesDrawn.entries()) {
    let size = 0;
    let total = 0;
    let deviation = 0;
    let square = 0;
    for (let patient = 0; patient < patients; patient += 1) {
      const times = timesOf[patient] ?? 0;
      size += times * (sizes[patient] ?? 0);
      total += times * (totals[patient] ?? 0);
      deviation += times * (deviations[patient] ?? 0);
      square += times * (squares[patient] ?? 0);
    }
    drawn.sizes[replicate] = size;
    drawn.totals[replicate] = total;
    drawn.deviations[replicate] = deviation;
    drawn.squares[replicate] = square;
  }
  return { centre, ...drawn };
}
