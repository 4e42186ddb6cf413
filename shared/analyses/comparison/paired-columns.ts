import type { Bilingual } from '#shared/language.ts';
import type { Scale } from '#shared/publication/column-groups.ts';
import type { ColumnDefinition } from '#shared/publication/result-table.ts';
import { clusterColumns } from './cluster-columns.ts';
import { differenceColumns, effectColumns, patientsColumn } from './difference-columns.ts';
import type { PairedComparison } from './paired-comparison.ts';
import { signedRankColumns, tTestColumns } from './test-columns.ts';

/**
 * Everything that is published of two columns compared row by row: the differences, the thesis's two tests, the tests
 * for clustered rows (several of one patient), and the effect sizes.
 *
 * @param fr what a row is in the titles of the table, in French: `par couple`
 * @param en the same in English: `per pair`
 * @param between what is taken from what, where it is not the second from the first
 */
export const pairedColumns = (
  scale: Scale,
  fr: string,
  en: string,
  between?: Bilingual,
): readonly ColumnDefinition<PairedComparison>[] => [
  patientsColumn,
  ...differenceColumns(scale, fr, en, between),
  ...signedRankColumns(scale),
  ...tTestColumns(scale),
  ...clusterColumns(scale),
  ...effectColumns,
];
