import { familyColumns, type InFamily } from '#shared/analyses/comparison/family.ts';
import { pairedColumns } from '#shared/analyses/comparison/paired-columns.ts';
import type { ComparePaired, PairedComparison } from '#shared/analyses/comparison/paired-comparison.ts';
import type { CountedComparison } from '#shared/protocol/comparisons.ts';
import type { Region } from '#shared/protocol/sides.ts';
import { METASTASES } from '#shared/publication/column-groups.ts';
import { comparisonColumns, sideColumn } from '#shared/publication/key-columns.ts';
import { integer } from '#shared/publication/result-table.ts';
import type { CountColumns } from './count-columns.ts';
import { compareDetection, type DetectionComparison, detectionColumns } from './detection-comparison.ts';

/** Two sequences or totals compared on a region, by every test of counts; before it is put into a family. */
export interface CountComparison extends CountedComparison, PairedComparison, DetectionComparison {
  readonly region: Region;
}

export type CountTest = CountComparison & InFamily;

/** Compares the counts of two sequences or totals on a region. */
export const compareCounts = (
  counts: CountColumns,
  { first, second }: CountedComparison,
  region: Region,
  comparePaired: ComparePaired,
): CountComparison => ({
  region,
  first,
  second,
  ...comparePaired(
    counts.perPair(first.name, region),
    counts.perPair(second.name, region),
    counts.patientOfPair,
  ),
  ...compareDetection(counts, first.name, second.name, region),
});

/** The columns of the tables of such tests. */
export const countTestColumns = [
  sideColumn,
  ...comparisonColumns,
  integer('n_pairs', { fr: 'couples comparés', en: 'pairs compared' }, (test: CountTest) => test.n),
  ...pairedColumns(METASTASES, 'par couple', 'per pair'),
  ...familyColumns,
  ...detectionColumns,
];
