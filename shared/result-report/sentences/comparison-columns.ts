import type { Judged } from './verdict.ts';

/** The primary comparison is judged by the test by patients and the interval of the ratio. */
export const BY_RATIO: Judged = {
  p: 'cluster_p',
  pReason: 'cluster_reason',
  interval: { low: 'rate_ratio_low', high: 'rate_ratio_high', reason: 'rate_ratio_reason' },
  none: 1,
  difference: 'mean_difference',
};

/** Each of several comparisons: by the same test, corrected by Holm, and the interval of the mean difference. */
export const BY_HOLM: Judged = {
  p: 'cluster_p_holm',
  pReason: 'cluster_reason',
  interval: { low: 'cr2_low', high: 'cr2_high', reason: 'cr2_reason' },
  none: 0,
  difference: 'mean_difference',
  isCorrected: true,
};

/** The bias of two measures of a lesion: it has an interval and no test of its own. */
export const BIAS_INTERVAL = { low: 'bias_low', high: 'bias_high', reason: 'bias_reason' } as const;

/** The columns that a judgement reads. */
export const columnsOf = ({ p, pReason, interval, difference }: Judged): readonly string[] => [
  ...[p, pReason, difference, interval.low, interval.high, interval.reason],
  ...['n_patients', 'cluster_method'],
];
