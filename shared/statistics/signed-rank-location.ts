import type { Figure } from './figure.ts';
import type { Interval, Warning } from './outcome.ts';

/** Where the differences lie, as Wilcoxon's test sees it. */
export interface SignedRankLocation {
  readonly estimate: Figure;
  /** The Hodges–Lehmann pseudomedian, or the midrange where there is no interval. */
  readonly estimateKind: 'pseudomedian' | 'midrange';
  readonly interval: Figure<Interval>;
  /** Of the interval. */
  readonly warnings: readonly Warning[];
}
