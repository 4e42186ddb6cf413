import { studentTQuantile } from '#shared/statistics/student-t-distribution.ts';

/* What is published of shares and gains by patient, written as it is defined; only the quantile of t is the project's own. */

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const Z = 1.959963984540054;

/** Σx/Σn over patients: CR2 variance, and t of Satterthwaite's degrees of freedom. */
function clustered(x: readonly number[], n: readonly number[]) {
  const all = total(n);
  const mean = total(x) / all;
  const variance =
    total(n.map((size, at) => ((x[at] ?? 0) - mean * size) ** 2 / (1 - size / all))) / all ** 2;
  const weights = n.map((size) => size ** 2 / (1 - size / all));
  const cross = total(weights.flatMap((one, i) => weights.map((other, j) => (i === j ? 0 : one * other))));
  const degrees = all ** 2 / (total(n.map((size) => size ** 2)) + cross / all ** 2);
  return { mean, variance, t: studentTQuantile(0.975, degrees) };
}

export interface Limits {
  readonly low: number | null;
  readonly high: number | null;
  /** Of which side; blank without limits. */
  readonly of: string;
  readonly reason: string;
}
const none = (reason: string): Limits => ({ low: null, high: null, of: '', reason });

/**
 * Limits in percent of a share, x of each patient's n lesions: from six patients, Wilson's on what the lesions are worth;
 * one-sided where all or none are so.
 */
export function shareLimits(x: readonly number[], sizes: readonly number[]): Limits {
  const all = total(sizes);
  if (all === 0) return none('no_observation');
  if (sizes.length < 6) return none('too_few_patients');
  const { mean: p, variance, t } = clustered(x, sizes);
  if (p === 0 || p === 1) {
    const limit = 0.05 ** (total(sizes.map((size) => size ** 2)) / all ** 2);
    const [low, high] = p === 1 ? [limit, 1] : [0, 1 - limit];
    return { low: 100 * low, high: 100 * high, of: 'one_sided', reason: '' };
  }
  const effect = variance / ((p * (1 - p)) / all);
  const n = (all / Math.max(1, effect)) * (Z / t) ** 2;
  const [middle, half] = [p + Z ** 2 / (2 * n), Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))];
  const scale = 100 / (1 + Z ** 2 / n);
  return { low: scale * (middle - half), high: scale * (middle + half), of: 'two_sided', reason: '' };
}

/** Limits in points of the mean gain, g of each patient's n lesions, and χ² of the three tests of it, null where there is none. */
export function gainOf(g: readonly number[], n: readonly number[]) {
  const m = n.length;
  const nothing = { obuchowski: null, durkalski: null, yang: null };
  if (m === 0) return { limits: none('no_observation'), ...nothing, reason: 'no_observation' };
  const untested = g.every((value) => value === 0) ? 'sums_all_zero' : m < 6 ? 'too_few_patients' : '';
  const { mean, variance, t } = clustered(g, n);
  const around = total(g.map((value, at) => (value - mean * (n[at] ?? 0)) ** 2));
  const reach = t * Math.sqrt(variance);
  const limits =
    m > 1 && around < 1e-20
      ? none('no_variation')
      : m < 6
        ? none('too_few_patients')
        : { low: 100 * (mean - reach), high: 100 * (mean + reach), of: 'two_sided', reason: '' };
  if (untested !== '') return { limits, ...nothing, reason: untested };
  const [squared, squares] = [total(g) ** 2, total(g.map((value) => value ** 2))];
  const shares = g.map((value, at) => value / (n[at] ?? 1));
  return {
    limits,
    obuchowski: (((m - 1) / m) * squared) / squares,
    durkalski: total(shares) ** 2 / total(shares.map((share) => share ** 2)),
    yang: (((m - 1) / m) * squared) / ((squares + around) / 2),
    reason: '',
  };
}

/** Limits of a mean over patients, none below 0, and why there are none. */
export function meanLimits(values: readonly number[]): Limits {
  const m = values.length;
  if (m === 0) return none('no_observation');
  if (m < 6) return none('too_few_patients');
  if (values.every((value) => value === 0)) return none('all_zero');
  const mean = total(values) / m;
  const variance = total(values.map((value) => (value - mean) ** 2)) / (m - 1) / m;
  const reach = studentTQuantile(0.975, m - 1) * Math.sqrt(variance);
  return { low: Math.max(0, mean - reach), high: mean + reach, of: 'two_sided', reason: '' };
}
