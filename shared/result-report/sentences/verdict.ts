import type { PublishedRow } from '#shared/result-report/published-result.ts';
import type { Interval } from './parts.ts';

/** At which p, before any rounding, the data are said to tell two things apart. */
const ALPHA = 0.05;

/**
 * What a comparison lets one say: which of the two is larger; that the data do not tell them apart; that its test and its
 * interval disagree; that the two never differ; or nothing, for want of both.
 */
export type Verdict = 'first' | 'second' | 'not_told_apart' | 'at_odds' | 'never_differ' | 'nothing';

export interface Judged {
  /** The p-value and the column that explains it. */
  readonly p: string;
  readonly pReason: string;
  readonly interval: Interval;
  /** The value of no difference: 0 of a difference, 1 of a ratio. */
  readonly none: number;
  /** The column of the difference, first − second: which is larger where there is a p and no interval. */
  readonly difference: string;
  /** Of a corrected p beside an interval that is not: the p decides alone. */
  readonly isCorrected?: true;
}

/** Judged on the figures as published, not as they are shown. */
export function verdictOf(row: PublishedRow, judged: Judged): Verdict {
  const { p, pReason, interval, none, difference } = judged;
  if (row.text(pReason) === 'all_zero') return 'never_differ';
  const [low, high, value] = [row.figure(interval.low), row.figure(interval.high), row.figure(p)];
  const side = low === null || high === null ? undefined : sideOf(low, high, none);
  if (value === null) return side ?? 'nothing';
  const isTold = value < ALPHA;
  if (side === undefined || judged.isCorrected) {
    if (!isTold) return 'not_told_apart';
    return (row.figure(difference) ?? 0) > 0 ? 'first' : 'second';
  }
  return isTold === (side !== 'not_told_apart') ? side : 'at_odds';
}

const sideOf = (low: number, high: number, none: number): Verdict => {
  if (low > none) return 'first';
  return high < none ? 'second' : 'not_told_apart';
};

/** Whether no difference lies so near the interval that it is shown as its limit. */
export function isBarelyOut(row: PublishedRow, { interval, none }: Judged, decimals: number): boolean {
  const halfAStep = 0.5 / 10 ** decimals;
  return [interval.low, interval.high].some((column) => {
    const limit = row.figure(column);
    return limit !== null && Math.abs(limit - none) < halfAStep;
  });
}

/**
 * Whether the exact test by patients could not have found anything: of m patients, its smallest p is 2 in 2 to the m, and
 * that of five is 0.0625.
 */
export const isTestBlind = (row: PublishedRow): boolean =>
  row.text('cluster_method') === 'exact' && (row.figure('n_patients') ?? 0) < 6;
