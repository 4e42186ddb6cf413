import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { comparisonText, estimateOf } from './cell-text.ts';
import type { FigureLanguage } from './figure.ts';
import type { ForestRow } from './forest-row.ts';
import { kindOf, SIGNS } from './kinds-of-comparison.ts';

/** The columns of a mean difference and its limits by patient. */
export const MEAN_DIFFERENCE = { estimate: 'mean_difference', low: 'cr2_low', high: 'cr2_high' };

/** One of several comparisons: its sign is that of its kind, and filled where its p, corrected by Holm, is below 0.05. */
export function comparisonRow(
  result: PublishedResult,
  row: PublishedRow,
  language: FigureLanguage,
): Omit<ForestRow, 'texts'> {
  const p = row.figure('cluster_p_holm');
  return {
    label: comparisonText(result, row, language),
    ...estimateOf(row, MEAN_DIFFERENCE),
    ...SIGNS[kindOf(row)],
    // On the unrounded p.
    filled: p !== null && p < 0.05,
  };
}
