import { SEQUENCE_NAMES, type SequenceName, TOTALS } from '#shared/protocol/sequences.ts';
import { SIDES, type Side } from '#shared/protocol/sides.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { diameterColumn, type LesionRow } from '#shared/tables/lesions.ts';
import { type CountColumn, countColumn, type PairRow } from '#shared/tables/pairs.ts';

/**
 * What the lesions that a reader measured of a pair say against what he says of the pair itself. The centre's report
 * and the table `quality` look at the same.
 */

/** Where more lesions are measured than counted. */
export interface MeasuredBeyond {
  readonly column: CountColumn;
  readonly sequence: SequenceName;
  readonly side: Side;
  readonly counted: number;
  readonly measured: number;
}

/** A lesion of 0 mm is none: nothing is left of it on that sequence. */
const isMeasuredOn = (sequence: SequenceName) => (lesion: LesionRow) =>
  (lesion[diameterColumn(sequence)] ?? 0) > 0;

const COUNTED_ON = SEQUENCE_NAMES.flatMap((sequence) =>
  SIDES.map((side) => ({ sequence, side, column: countColumn(sequence, side) })),
);

/** The sequences and sides on which more lesions are measured than counted. */
export const beyondCounted = (pair: PairRow, lesions: readonly LesionRow[]): readonly MeasuredBeyond[] =>
  lesions.length === 0
    ? []
    : COUNTED_ON.flatMap(({ column, sequence, side }) => {
        const counted = pair[column];
        // No more can be measured than there are.
        if (counted === null || lesions.length <= counted) return [];
        const isMeasured = isMeasuredOn(sequence);
        const measured = lesions.filter((lesion) => lesion.side === side && isMeasured(lesion)).length;
        return measured > counted ? [{ column, sequence, side, counted, measured }] : [];
      });

/** Said to be measurable, and no lesion was measured. */
export const isMeasurableWithoutLesions = (pair: PairRow, lesions: readonly LesionRow[]): boolean =>
  pair.measurable === 'yes' && lesions.length === 0;

/** Said not to be measurable, and lesions were measured; for "none on every sequence", one that is. */
export function isMeasuredThoughNot({ measurable }: PairRow, lesions: readonly LesionRow[]): boolean {
  if (measurable === null || measurable === 'yes') return false;
  return measurable === 'no_lesion_on_every_sequence'
    ? lesions.some((lesion) => SEQUENCE_NAMES.every((sequence) => isMeasuredOn(sequence)(lesion)))
    : lesions.length > 0;
}

/**
 * How many lesions could have been measured of a counted and measured pair: those counted, on each side by the modality
 * that counts more, and no more than the study measures. Undefined where nothing is counted, or nothing measured.
 */
export function fewestExpected(
  pair: PairRow,
  lesions: readonly LesionRow[],
  { mostLesionsMeasured }: Pick<StudySettings, 'mostLesionsMeasured'>,
): number | undefined {
  if (pair.measurable !== 'yes' || lesions.length === 0) return undefined;
  let counted = 0;
  for (const side of SIDES) {
    const totals = TOTALS.map(({ name }) => pair[countColumn(name, side)]);
    if (totals.includes(null)) return undefined;
    counted += Math.max(...totals.map((total) => total ?? 0));
  }
  return Math.min(mostLesionsMeasured, counted);
}
