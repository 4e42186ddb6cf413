import { DRAWN_ANEW, POINTS_TABLE } from '#shared/publication/drawn-numbers.ts';
import { type PublishedResult, rowsOf } from './published-result.ts';

/**
 * Whether single pairs (`count`), lesions (`diameter`) or patients (`best_change`, `last_change`) are published; of a
 * kind that is kept back, the table has a row that says why.
 */
export const hasPoints = (result: PublishedResult, kinds: readonly string[]): boolean =>
  rowsOf(result, POINTS_TABLE).some(
    (row) => kinds.includes(row.text('kind')) && row.figure(DRAWN_ANEW.point) !== null,
  );
