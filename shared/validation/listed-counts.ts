import {
  COUNTED,
  type CountedName,
  SEQUENCES,
  type SequenceName,
  sequencesOf,
} from '#shared/protocol/sequences.ts';
import { SIDES, type Side } from '#shared/protocol/sides.ts';
import { diameterColumn, type LesionRow } from '#shared/tables/lesions.ts';
import { type CountColumn, countColumn, type PairRow } from '#shared/tables/pairs.ts';
import { seenColumn, type VisibilityRow } from '#shared/tables/visibility.ts';

/**
 * What the lesions that a reader lists of a pair say against what he counts and measures of it. The centre's report and
 * the table `quality` look at the same.
 */

/** Where the listed metastases do not give the number that is counted. */
export interface UnlikeCounted {
  readonly column: CountColumn;
  readonly counted: number;
  /** How many are said to be seen there. */
  readonly listed: number;
  /** With those of which it is not said; undefined where only some lesions are listed, for then there may be more. */
  readonly most: number | undefined;
}

/** Whether some sequences together show a lesion; null where one that does not could not be assessed. */
export function seenOnAny(row: VisibilityRow, sequences: readonly SequenceName[]): boolean | null {
  const seen = sequences.map((name) => row[seenColumn(name)]);
  return seen.includes(true) ? true : seen.includes(null) ? null : false;
}

/** A listed metastasis that is seen on a side, by one of the sequences that are counted there. */
export const isListedAt = (row: VisibilityRow, counted: CountedName, side: Side): boolean =>
  row.nature === 'metastasis' && row.side === side && seenOnAny(row, sequencesOf(counted).sequences) === true;

const mayBeListedAt = (row: VisibilityRow, counted: CountedName, side: Side): boolean =>
  row.nature === 'metastasis' &&
  row.side === side &&
  seenOnAny(row, sequencesOf(counted).sequences) !== false;

/**
 * The sequences, totals and sides whose count is not what the listed metastases give: as many where all are listed (what
 * was not assessable may have been seen or not), at least as many where some are or where nothing is said.
 */
export const unlikeCounted = (pair: PairRow, rows: readonly VisibilityRow[]): readonly UnlikeCounted[] =>
  COUNTED.flatMap(({ name }) =>
    SIDES.flatMap((side) => {
      const column = countColumn(name, side);
      const counted = pair[column];
      if (counted === null) return [];
      const listed = rows.filter((row) => isListedAt(row, name, side)).length;
      const most =
        pair.lesions_listed === 'all'
          ? rows.filter((row) => mayBeListedAt(row, name, side)).length
          : undefined;
      return listed <= counted && counted <= (most ?? counted) ? [] : [{ column, counted, listed, most }];
    }),
  );

/** The sequences on which a lesion is measured that is not said to be seen there, or is gone and said to be seen. */
export const seenUnlikeMeasuredOn = (listed: VisibilityRow, measured: LesionRow): readonly SequenceName[] =>
  SEQUENCES.flatMap(({ name }) => {
    const [seen, diameter] = [listed[seenColumn(name)], measured[diameterColumn(name)]];
    if (diameter === null) return [];
    return (diameter > 0 ? seen === true : seen !== true) ? [] : [name];
  });
