import { SMALLEST_MEASURED_MM } from '#shared/protocol/measures.ts';
import { DIAMETER_COLUMNS, type LesionRow } from '#shared/tables/lesions.ts';
import type { Place, Problem } from './problem.ts';
import { lesionTooSmall, noDiameter } from './row-problems.ts';

/** The rules of one row of `lesions`: at least one diameter, and the largest one big enough to measure. */
export function lesionProblems(row: LesionRow, at: (column: string) => Place): readonly Problem[] {
  const measured = DIAMETER_COLUMNS.flatMap(({ name }) => {
    const diameter = row[name];
    return diameter === null ? [] : [{ name, diameter }];
  });
  const [largest] = measured.toSorted((a, b) => b.diameter - a.diameter);
  if (largest === undefined) return [noDiameter({ ...at('lesion'), column: null, value: null })];
  return largest.diameter < SMALLEST_MEASURED_MM
    ? [lesionTooSmall(at(largest.name), SMALLEST_MEASURED_MM)]
    : [];
}
