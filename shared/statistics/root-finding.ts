import { type Figure, missing } from './figure.ts';

/** A point of the function whose root is sought. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const maximumIterations = 1000;

/**
 * Root by Brent's method, step for step as R's `uniroot` takes it (netlib's zeroin; Brent 1973 ch. 4): on a step
 * function the answer depends on every bisection, so only the same steps give R's figures.
 * None when the function has the same sign at both ends, where R stops with an error.
 */
export function brentRoot(
  f: (x: number) => number,
  lower: Point,
  upper: Point,
  tolerance: number,
): Figure<number, 'limits_not_bracketed'> {
  if (!(lower.y * upper.y <= 0)) return missing('limits_not_bracketed');
  if (lower.y === 0) return lower.x;
  let previous = lower;
  let best = upper;
  let opposite = lower;
  for (let iteration = 0; iteration <= maximumIterations; iteration += 1) {
    const lastStep = best.x - previous.x;
    if (Math.abs(opposite.y) < Math.abs(best.y)) {
      previous = best;
      best = opposite;
      opposite = previous;
    }
    const precision = 2 * Number.EPSILON * Math.abs(best.x) + tolerance / 2;
    const half = (opposite.x - best.x) / 2;
    if (Math.abs(half) <= precision || best.y === 0) return best.x;

    const interpolates = Math.abs(lastStep) >= precision && Math.abs(previous.y) > Math.abs(best.y);
    const wanted = interpolates
      ? (interpolation(previous, best, opposite, lastStep, precision) ?? half)
      : half;
    const step = Math.abs(wanted) >= precision ? wanted : wanted > 0 ? precision : -precision;
    previous = best;
    best = { x: best.x + step, y: f(best.x + step) };
    if ((best.y > 0 && opposite.y > 0) || (best.y < 0 && opposite.y < 0)) opposite = previous;
  }
  return best.x;
}

/** Step of the secant or of inverse quadratic interpolation; `null` where it would leave the safe part of the bracket. */
function interpolation(
  previous: Point,
  best: Point,
  opposite: Point,
  lastStep: number,
  precision: number,
): number | null {
  const width = opposite.x - best.x;
  const s = best.y / previous.y;
  let numerator = width * s;
  let denominator = 1 - s;
  if (previous.x !== opposite.x) {
    const q = previous.y / opposite.y;
    const r = best.y / opposite.y;
    numerator = s * (width * q * (q - r) - (best.x - previous.x) * (r - 1));
    denominator = (q - 1) * (r - 1) * (s - 1);
  }
  if (numerator > 0) denominator = -denominator;
  else numerator = -numerator;
  const safe =
    numerator < 0.75 * width * denominator - Math.abs(precision * denominator) / 2 &&
    numerator < Math.abs((lastStep * denominator) / 2);
  return safe ? numerator / denominator : null;
}
