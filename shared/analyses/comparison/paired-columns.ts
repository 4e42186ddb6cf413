import type { Scale } from '#shared/publication/column-groups.ts';
import type { ColumnDefinition } from '#shared/publication/result-table.ts';
import { clusterColumns } from './cluster-columns.ts';
import { differenceColumns, effectColumns, patientsColumn } from './difference-columns.ts';
import type { PairedComparison } from './paired-comparison.ts';
import { signedRankColumns, tTestColumns } from './test-columns.ts';

/**
 * Everything that is published of two columns compared row by row: the differences, in words of the table's unit, the
 * thesis's two tests, what knows whose rows they are, and the effect sizes.
 */
export const pairedColumns = (
  scale: Scale,
  fr: string,
  en: string,
): readonly ColumnDefinition<PairedComparison>[] => [
  patientsColumn,
  ...differenceColumns(scale, fr, en),
  ...signedRankColumns(scale),
  ...tTestColumns(scale),
  ...clusterColumns(scale),
  ...effectColumns,
];
