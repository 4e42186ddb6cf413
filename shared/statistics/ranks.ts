/** Midranks (ties share the mean of their ranks) and the sizes of the groups of equal values. */
export interface Ranking {
  readonly ranks: Float64Array;
  /** Σ (t³ − t) over the groups of t equal values: the correction for ties of every rank test. */
  readonly tieTerm: number;
}

/** Ranks values from 1, ties on raw doubles. R: `rank(x)`. */
export function midranks(values: ArrayLike<number>): Ranking {
  // Each value with its place, sorted together: an index per double beats a map from doubles to ranks.
  const order = Uint32Array.from(values, (_, index) => index).sort(
    (first, second) => (values[first] ?? 0) - (values[second] ?? 0),
  );
  const ranks = new Float64Array(values.length);
  let tieTerm = 0;
  for (let first = 0; first < order.length; ) {
    const value = values[order[first] ?? 0];
    let next = first + 1;
    while (next < order.length && values[order[next] ?? 0] === value) next += 1;
    for (let place = first; place < next; place += 1) ranks[order[place] ?? 0] = (first + 1 + next) / 2;
    tieTerm += (next - first) ** 3 - (next - first);
    first = next;
  }
  return { ranks, tieTerm };
}
