import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';

/** How many rows of readers a figure shows; the centres for which there is no room are in the table. */
const MOST_ROWS = 12;

/** The first readers of all centres, then each centre that several read, as long as all of its rows fit in. */
export function confidenceRows(result: PublishedResult): readonly PublishedRow[] {
  const centres = Map.groupBy(rowsOf(result, 'froc'), (row) => row.text('centre'));
  let shown: readonly PublishedRow[] = [];
  for (const rows of centres.values()) {
    if (shown.length + rows.length > MOST_ROWS) return shown;
    shown = [...shown, ...rows];
  }
  return shown;
}

export const isOfAllCentres = (row: PublishedRow): boolean => row.text('group') === 'all';

/** Whether a row speaks of several readers together. */
export const isOfSeveral = (row: PublishedRow): boolean => row.text('readers') !== 'one';
