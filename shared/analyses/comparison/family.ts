import { type ColumnDefinition, integer, number } from '#shared/publication/result-table.ts';
import { adjustPValues } from '#shared/statistics/p-value-adjustment.ts';
import type { PairedComparison } from './paired-comparison.ts';

const METHODS = [
  ['holm', 'holm', { fr: 'Holm', en: 'Holm' }],
  ['bh', 'benjamini-hochberg', { fr: 'Benjamini–Hochberg', en: 'Benjamini–Hochberg' }],
] as const;

/** The tests of a comparison that are adjusted, each in a family of its own. */
const TESTS = [
  ['wilcoxon', { fr: 'Wilcoxon', en: 'Wilcoxon' }, (row: PairedComparison) => row.signedRank.p],
  ['t', { fr: 'Student', en: 'Student' }, (row: PairedComparison) => row.t.p],
  [
    'cluster',
    { fr: 'test par patient, principal', en: 'cluster test, primary' },
    (row: PairedComparison) => row.cluster.p,
  ],
] as const;

export interface InFamily {
  /** How many p-values a test is adjusted for, by the test's name: those of the family that exist. */
  readonly familySizes: ReadonlyMap<string, number>;
  /** By column name, for example `wilcoxon_p_holm`. */
  readonly adjusted: ReadonlyMap<string, number | null>;
}

/**
 * Adjusts the p-values of one declared family of comparisons: Holm's, which the conclusions rest on, and
 * Benjamini–Hochberg's. As R's `p.adjust` does, a comparison without a p is not counted.
 */
export function inFamily<C extends PairedComparison>(comparisons: readonly C[]): readonly (C & InFamily)[] {
  const columns = TESTS.flatMap(([test, , p]) =>
    METHODS.map(([name, method]) => ({
      name: `${test}_p_${name}`,
      values: adjustPValues(comparisons.map(p), method),
    })),
  );
  const familySizes = new Map(
    TESTS.map(([test, , p]) => [test, comparisons.filter((comparison) => p(comparison) !== null).length]),
  );
  return comparisons.map((comparison, position) => ({
    ...comparison,
    familySizes,
    adjusted: new Map(columns.map(({ name, values }) => [name, values[position] ?? null])),
  }));
}

/** The adjusted p-values; blank where the test's own p is. */
export const familyColumns: readonly ColumnDefinition<InFamily>[] = TESTS.flatMap(([test, label]) => [
  integer(
    `${test}_family_size`,
    { fr: `${label.fr} : nombre de p de la famille`, en: `${label.en}: number of p in the family` },
    (row: InFamily) => row.familySizes.get(test) ?? null,
  ),
  ...METHODS.map(([name, , title]) =>
    number(
      `${test}_p_${name}`,
      { fr: `${label.fr} : p, ${title.fr}`, en: `${label.en}: p, ${title.en}` },
      (row: InFamily) => row.adjusted.get(`${test}_p_${name}`) ?? null,
    ),
  ),
]);
