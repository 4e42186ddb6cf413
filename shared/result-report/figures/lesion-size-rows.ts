import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { capitalised, cellText, comparisonText, estimateOf, titleOfCell, withLimits } from './cell-text.ts';
import type { FigureLanguage } from './figure.ts';
import type { PlacedRow } from './forest-marks.ts';

const DIFFERENCE = { estimate: 'difference', low: 'difference_low', high: 'difference_high' };

/** A heading, which has no estimate, or a class of size under it. */
export interface SizeRow extends PlacedRow {
  readonly isHeading: boolean;
}

/** Comparison by comparison, each under its heading, the sizes in their order. */
export function sizeRows(
  result: PublishedResult,
  rows: readonly PublishedRow[],
  language: FigureLanguage,
): readonly SizeRow[] {
  const comparisons = Map.groupBy(rows, (row) => comparisonText(result, row, language));
  const drawn = { role: 'ink', symbol: 'diamond' } as const;
  return [...comparisons]
    .flatMap(([title, sizes]): readonly Omit<SizeRow, 'position'>[] => [
      {
        ...{ ...drawn, label: capitalised(title), filled: false, texts: [], isHeading: true },
        ...{ estimate: null, low: null, high: null },
      },
      ...sizes.map((row) => ({
        ...{ ...drawn, ...estimateOf(row, DIFFERENCE), isHeading: false },
        label: titleOfCell(result, row, 'group', language),
        filled: (row.figure('obuchowski_p_holm') ?? 1) < 0.05,
        texts: [
          ...['lesions', 'rate_first', 'rate_second'].map((column) => cellText(row, column, language)),
          withLimits(row, DIFFERENCE, language),
        ],
      })),
    ])
    .map((row, position) => ({ ...row, position }));
}
