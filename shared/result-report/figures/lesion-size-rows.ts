import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { isOfModality } from '#shared/result-report/sentences/lesion-sizes.ts';
import { cellText, estimateOf, titleOfCell, withLimits } from './cell-text.ts';
import type { FigureLanguage } from './figure.ts';
import type { GroupedRow } from './grouped-forest.ts';
import { SYMBOLS } from './theme.ts';

const SHARE = { estimate: 'share', low: 'share_low', high: 'share_high' };

/** Size by size, each under its heading, what the sequences and modalities show; of a size kept back, the heading alone. */
export function sizeRows(
  result: PublishedResult,
  rows: readonly PublishedRow[],
  language: FigureLanguage,
): readonly GroupedRow[] {
  const textsOf = (row: PublishedRow) => [
    ...['lesions', 'assessable'].map((column) => cellText(row, column, language)),
    withLimits(row, SHARE, language),
  ];
  return [...Map.groupBy(rows, (row) => titleOfCell(result, row, 'group', language))]
    .flatMap(([label, ofSize]): readonly Omit<GroupedRow, 'position'>[] => {
      const told = ofSize.some((row) => row.figure('assessable') !== null) ? ofSize : [];
      const withheld = told.length === 0 ? ofSize.slice(0, 1) : [];
      return [
        {
          ...{ label, role: 'ink', symbol: 'diamond', filled: false, isHeading: true },
          ...{ estimate: null, low: null, high: null, texts: withheld.flatMap(textsOf) },
        },
        ...told.map((row) => ({
          ...estimateOf(row, SHARE),
          ...drawnAs(row),
          label: titleOfCell(result, row, 'first', language),
          texts: textsOf(row),
          isHeading: false,
        })),
      ];
    })
    .map((row, position) => ({ ...row, position }));
}

/** A sequence is filled, a whole modality open; `full_mri` and `mri_portal` are of MRI. */
function drawnAs(row: PublishedRow): Pick<GroupedRow, 'role' | 'symbol' | 'filled'> {
  const modality = row.text('first').split('_').includes('mri') ? 'mri' : 'ct';
  return { role: modality, symbol: SYMBOLS[modality], filled: !isOfModality(row) };
}
