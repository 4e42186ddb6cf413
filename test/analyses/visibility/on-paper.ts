import { ACQUISITION_SETS } from '#shared/protocol/acquisition-sets.ts';
import { SEQUENCE_NAMES, type SequenceName } from '#shared/protocol/sequences.ts';
import { studentTQuantile } from '#shared/statistics/student-t-distribution.ts';

/*
 * What is counted on the drawing of twelve-lesions.ts, whose lesions are numbered here from 1 to 12 as they stand there,
 * line by line; the eighth is benign. Only the quantile of t is the project's own.
 */
const SEEN = [
  ...['YYYYYY', 'NYYNNN', 'NYNNNN', 'YYYYYY', 'YYYYNY', 'NNYYNN'],
  ...['NNNNYN', 'YNYNYY', 'YY--YY', 'YYNNNY', 'NNNNNN', 'YYYYYY'],
];
const PATIENT = [1, 1, 1, 2, 2, 3, 3, 3, 4, 5, 5, 6];
const PAIR = [1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1];
export const GROUPS: Readonly<Record<string, readonly number[]>> = {
  whole: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12],
  right: [1, 2, 4, 5, 9, 11, 12],
  left: [3, 6, 7, 10],
  segment_II: [3, 10],
  segment_III: [6],
  segment_IVb: [7],
  segment_VI: [2, 12],
  segment_VII: [4, 5],
  segment_VIII: [1, 9],
  segment_not_known: [11],
  under_5: [3, 7],
  '5_9': [2, 6, 10],
  '10_19': [1, 9],
  '20_or_more': [4, 5, 12],
  size_not_known: [11],
};

/** What the letters say of a lesion on some sequences together. */
export function shows(lesion: number, members: readonly SequenceName[]): string {
  const letters = members.map((name) => SEEN[lesion - 1]?.[SEQUENCE_NAMES.indexOf(name)]);
  if (letters.includes('Y')) return 'Y';
  return letters.includes('-') ? '-' : 'N';
}
export const membersOf = (set: string | null): readonly SequenceName[] =>
  ACQUISITION_SETS.find(({ name }) => name === set)?.members ?? [];
export const patientsOf = (lesions: readonly number[]): number =>
  new Set(lesions.map((lesion) => PATIENT[lesion - 1])).size;

/** The lesions of one side of one pair, for each that has any. */
export const byPlace = (lesions: readonly number[]): readonly (readonly number[])[] => [
  ...Map.groupBy(lesions, (lesion) =>
    [PATIENT[lesion - 1], PAIR[lesion - 1], GROUPS['right']?.includes(lesion)].join(),
  ).values(),
];

/** Of each patient a sum over his lesions. */
const byPatient = (lesions: readonly number[], value: (lesion: number) => number): readonly number[] =>
  [...Map.groupBy(lesions, (lesion) => PATIENT[lesion - 1]).values()].map((own) => total(own.map(value)));

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const Z = 1.959963984540054;

/** A mean over lesions, clustered by patient: CR2 variance, and t of Satterthwaite's degrees of freedom. */
function clustered(lesions: readonly number[], value: (lesion: number) => number) {
  const [x, n, all] = [byPatient(lesions, value), byPatient(lesions, () => 1), lesions.length];
  const mean = total(x) / all;
  const variance =
    total(n.map((size, at) => ((x[at] ?? 0) - mean * size) ** 2 / (1 - size / all))) / all ** 2;
  const weights = n.map((size) => size ** 2 / (1 - size / all));
  const cross = total(weights.flatMap((one, i) => weights.map((other, j) => (i === j ? 0 : one * other))));
  const degrees = all ** 2 / (total(n.map((size) => size ** 2)) + cross / all ** 2);
  return { mean, variance, t: studentTQuantile(0.975, degrees), n };
}

interface Limits {
  readonly low: number | null;
  readonly high: number | null;
  /** Of which side; blank without limits. */
  readonly of: string;
  readonly reason: string;
}
const none = (reason: string): Limits => ({ low: null, high: null, of: '', reason });

/** Limits of a share in percent: from six patients, Wilson's on what the lesions are worth; one-sided where all or none are so. */
export function shareLimits(lesions: readonly number[], isSo: (lesion: number) => boolean): Limits {
  if (lesions.length === 0) return none('no_observation');
  if (patientsOf(lesions) < 6) return none('too_few_patients');
  const { mean: p, variance, t, n: sizes } = clustered(lesions, (lesion) => Number(isSo(lesion)));
  if (p === 0 || p === 1) {
    const limit = 0.05 ** (total(sizes.map((size) => size ** 2)) / lesions.length ** 2);
    const [low, high] = p === 1 ? [limit, 1] : [0, 1 - limit];
    return { low: 100 * low, high: 100 * high, of: 'one_sided', reason: '' };
  }
  const effect = variance / ((p * (1 - p)) / lesions.length);
  const n = (lesions.length / Math.max(1, effect)) * (Z / t) ** 2;
  const [middle, half] = [p + Z ** 2 / (2 * n), Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))];
  const scale = 100 / (1 + Z ** 2 / n);
  return { low: scale * (middle - half), high: scale * (middle + half), of: 'two_sided', reason: '' };
}

/** Limits of a mean gain in points, and χ² of the three tests of it, null where there is none. */
export function gainOf(lesions: readonly number[], gain: (lesion: number) => number) {
  const [g, m] = [byPatient(lesions, gain), patientsOf(lesions)];
  const nothing = { obuchowski: null, durkalski: null, yang: null };
  if (lesions.length === 0) return { limits: none('no_observation'), ...nothing, reason: 'no_observation' };
  const untested = g.every((value) => value === 0) ? 'sums_all_zero' : m < 6 ? 'too_few_patients' : '';
  const { mean, variance, t, n } = clustered(lesions, gain);
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
