import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';
import { isOfWhole } from './lesion-sizes.ts';

/** How many patterns of sequences a figure shows; the others are in the table. */
export const MOST_PATTERNS = 15;

/** The patterns of the six sequences that some listed metastasis of the whole liver has, the most frequent first. */
export const lesionPatterns = (result: PublishedResult): readonly PublishedRow[] =>
  rowsOf(result, 'visibility')
    .filter((row) => isOfWhole(row) && row.text('what') === 'pattern' && (row.figure('lesions') ?? 0) > 0)
    .toSorted((a, b) => (b.figure('lesions') ?? 0) - (a.figure('lesions') ?? 0));
