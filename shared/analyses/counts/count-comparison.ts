import { familyColumns, type InFamily } from '#shared/analyses/comparison/family.ts';
import { pairedColumns } from '#shared/analyses/comparison/paired-columns.ts';
import { type PairedComparison, pairedComparer } from '#shared/analyses/comparison/paired-comparison.ts';
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

/** Compares counts; what comparisons of one study have in common is worked out once. */
export function countComparer(
  counts: CountColumns,
): (comparison: CountedComparison, region: Region) => CountComparison {
  const comparePaired = pairedComparer();
  return ({ first, second }, region) => ({
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
}

/** The columns of the tables of such tests. */
export const countTestColumns = [
  sideColumn,
  ...comparisonColumns,
  integer('n_pairs', { fr: 'couples comparés', en: 'pairs compared' }, (test: CountTest) => test.n),
  ...pairedColumns(METASTASES, 'par couple', 'per pair'),
  ...familyColumns,
  ...detectionColumns,
];
