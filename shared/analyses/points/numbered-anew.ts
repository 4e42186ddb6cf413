import { lehmerGenerator, SEEDS } from '#shared/statistics/lehmer-generator.ts';

type Values = readonly (number | null)[];

/** A point and the number drawn for its patient, from 1. */
export interface Numbered<Point> {
  readonly patient: number;
  readonly point: Point;
}

/**
 * Gives patients numbers that say nothing of them: not who they are, nor their centre, nor when they came. All of it
 * follows from the values that are published anyway. A patient's points are put in order of their values, patients in order of
 * theirs, and each patient draws a number from a generator whose seed is a digest of all values; then patients stand in
 * order of what they drew. Patients whose values are all the same cannot be told apart, so any order of them is the same.
 *
 * @param patients - the points of each
 * @param valuesOf - all that is published of a point
 */
export function numberedAnew<Point>(
  patients: readonly (readonly Point[])[],
  valuesOf: (point: Point) => Values,
): readonly Numbered<Point>[] {
  const inOrder = patients
    .map((points) => {
      const own = points
        .map((point) => ({ point, values: valuesOf(point).map((value) => value ?? BLANK) }))
        .toSorted((a, b) => compared(a.values, b.values));
      return { points: own, values: [own.length, ...own.flatMap(({ values }) => values)] };
    })
    .toSorted((a, b) => compared(a.values, b.values));
  const next = lehmerGenerator(digestOf(inOrder.flatMap(({ values }) => values)));
  return inOrder
    .map(({ points }) => ({ points, drawn: next() }))
    .toSorted((a, b) => a.drawn - b.drawn)
    .flatMap(({ points }, position) => points.map(({ point }) => ({ patient: position + 1, point })));
}

/** Below every count, diameter and change in per cent. */
const BLANK = -1_000;

/** By the first value that differs; the shorter list first. */
function compared(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const position = a.findIndex((value, at) => value !== b[at]);
  return position === -1 ? 0 : (a[position] ?? 0) - (b[position] ?? 0);
}

/** A seed: each value in whole thousandths, added to what came before times the generator's own multiplier. */
function digestOf(values: readonly number[]): number {
  const { multiplier, modulus } = SEEDS;
  const digest = values.reduce(
    (state, value) => (multiplier * state + Math.floor(1_000 * value) - 1_000 * BLANK) % modulus,
    1,
  );
  return Math.max(1, digest);
}
