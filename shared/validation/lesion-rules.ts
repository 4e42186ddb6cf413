import { LARGEST_DIAMETER_RATIO } from '#shared/protocol/quality.ts';
import { DIAMETER_COLUMNS, type LesionRow } from '#shared/tables/lesions.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import type { Place, Problem } from './problem.ts';
import { lesionTooSmall, noDiameter } from './row-problems.ts';
import { diametersUnlike } from './warnings.ts';

const measuredIn = (row: LesionRow) =>
  DIAMETER_COLUMNS.flatMap(({ name }) => {
    const diameter = row[name];
    return diameter === null ? [] : [{ name, diameter }];
  });

/** The first of the largest ones; undefined where none is known. */
const largestMeasured = (row: LesionRow) => measuredIn(row).toSorted((a, b) => b.diameter - a.diameter)[0];

/** The rules of one row of `lesions`: at least one diameter, and the largest one big enough to measure. */
export function lesionProblems(
  row: LesionRow,
  at: (column: string) => Place,
  { smallestLesionMillimetres }: ExaminationSettings,
): readonly Problem[] {
  const largest = largestMeasured(row);
  if (largest === undefined) return [noDiameter({ ...at('lesion'), column: null, value: null })];
  return largest.diameter < smallestLesionMillimetres
    ? [lesionTooSmall(at(largest.name), smallestLesionMillimetres)]
    : [];
}

/** Whether the diameters of one lesion are too unlike to be of one lesion; a diameter of 0 is none. */
export function diametersDisagree(row: LesionRow): boolean {
  const diameters = measuredIn(row).flatMap(({ diameter }) => (diameter > 0 ? [diameter] : []));
  return Math.max(...diameters) > LARGEST_DIAMETER_RATIO * Math.min(...diameters);
}

/** Warns of a diameter that may be a slip of the keyboard. */
export function lesionWarnings(row: LesionRow, at: (column: string) => Place): readonly Problem[] {
  const largest = largestMeasured(row);
  if (largest === undefined || !diametersDisagree(row)) return [];
  return [diametersUnlike(at(largest.name), LARGEST_DIAMETER_RATIO)];
}
