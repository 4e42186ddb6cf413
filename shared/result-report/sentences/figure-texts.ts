import { COUNT_COMPARISONS } from './captions/count-comparisons.ts';
import type { FigureWords } from './captions/figure-words.ts';
import { FLOW } from './captions/flow.ts';
import { LESIONS_SEEN } from './captions/lesions.ts';
import { PRIMARY_COMPARISON } from './captions/primary-comparison.ts';
import { PROTOCOLS } from './captions/protocols.ts';

/** What stands beside each figure in words, by the figure's name. */
export const FIGURE_TEXTS: Readonly<Record<string, FigureWords>> = {
  flow: FLOW,
  lesions: LESIONS_SEEN,
  'primary-comparison': PRIMARY_COMPARISON,
  'count-comparisons': COUNT_COMPARISONS,
  protocols: PROTOCOLS,
};
