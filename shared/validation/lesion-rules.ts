import { LARGEST_DIAMETER_RATIO } from '#shared/protocol/quality.ts';
import { DIAMETER_COLUMNS, type LesionRow } from '#shared/tables/lesions.ts';
import type { Place, Problem } from './problem.ts';
import { noDiameter } from './row-problems.ts';
import { diametersUnlike } from './warnings.ts';

const measuredIn = (row: LesionRow) =>
  DIAMETER_COLUMNS.flatMap(({ name }) => {
    const diameter = row[name];
    return diameter === null ? [] : [{ name, diameter }];
  });

/** The first of the largest ones; undefined where none is known. */
export const largestMeasured = (row: LesionRow) =>
  measuredIn(row).toSorted((a, b) => b.diameter - a.diameter)[0];

/** The rule of one row of `lesions`: at least one diameter. */
export const lesionProblems = (row: LesionRow, at: (column: string) => Place): readonly Problem[] =>
  largestMeasured(row) === undefined ? [noDiameter({ ...at('lesion'), column: null, value: null })] : [];

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
