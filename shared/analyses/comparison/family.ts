import { type Bilingual, withDetail } from '#shared/language.ts';
import { significance } from '#shared/publication/column-groups.ts';
import { explainedBy } from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ColumnDefinition, integer } from '#shared/publication/result-table.ts';
import { type Figure, isMissing, mapped } from '#shared/statistics/figure.ts';
import type { PValue } from '#shared/statistics/outcome.ts';
import { adjustPValues } from '#shared/statistics/p-value-adjustment.ts';
import { PRIMARY } from './cluster-columns.ts';
import type { PairedComparison } from './paired-comparison.ts';

/** One comparison's p of a test, adjusted for the family. */
export interface Adjusted {
  /** How many p-values it is adjusted for: those of the family that exist. */
  readonly familySize: number;
  readonly holm: Figure<number, ReasonCode>;
  readonly benjaminiHochberg: Figure<number, ReasonCode>;
}

/** The tests of a comparison that are adjusted, each in a family of its own. */
export interface InFamily {
  readonly adjustedWilcoxon: Adjusted;
  readonly adjustedT: Adjusted;
  readonly adjustedCluster: Adjusted;
}

/**
 * Adjusts the p-values of one declared family of comparisons: Holm's, which the conclusions rest on, and
 * Benjamini–Hochberg's. As R's `p.adjust` does, a comparison without a p is not counted.
 */
export function inFamily<C extends PairedComparison>(comparisons: readonly C[]): readonly (C & InFamily)[] {
  const adjusted = (test: (comparison: C) => Figure<PValue, ReasonCode>) =>
    adjustedIn(comparisons, (comparison) => mapped(test(comparison), ({ p }) => p));
  const wilcoxon = adjusted(({ signedRank }) => signedRank.pValue);
  const t = adjusted((comparison) => comparison.t.pValue);
  const cluster = adjusted((comparison) => comparison.cluster.pValue);
  return comparisons.map((comparison) => ({
    ...comparison,
    adjustedWilcoxon: wilcoxon(comparison),
    adjustedT: t(comparison),
    adjustedCluster: cluster(comparison),
  }));
}

/** The p of a test, adjusted for the family that these comparisons are. */
export function adjustedIn<C>(
  comparisons: readonly C[],
  pOf: (comparison: C) => Figure<number, ReasonCode>,
): (comparison: C) => Adjusted {
  const pValues = comparisons.map(pOf);
  const familySize = pValues.filter((p) => !isMissing(p)).length;
  const holm = adjustPValues(pValues, 'holm');
  const benjaminiHochberg = adjustPValues(pValues, 'benjamini-hochberg');
  return (comparison) => {
    const position = comparisons.indexOf(comparison);
    const own = pOf(comparison);
    return {
      familySize,
      holm: holm[position] ?? own,
      benjaminiHochberg: benjaminiHochberg[position] ?? own,
    };
  };
}

/** The adjusted p-values of a test, with how many there are; blank where its own p is, for the reason of `<test>_reason`. */
export const familyColumnsOf = <Row>(
  test: string,
  label: Bilingual,
  adjusted: (row: Row) => Adjusted,
): readonly ColumnDefinition<Row>[] => [
  integer(
    `${test}_family_size`,
    withDetail(label, { fr: 'nombre de p de la famille', en: 'number of p in the family' }),
    (row) => adjusted(row).familySize,
  ),
  ...explainedBy<Row>(`${test}_reason`, [
    significance(
      `${test}_p_holm`,
      withDetail(label, { fr: 'p corrigé, Holm', en: 'adjusted p, Holm' }),
      (row) => adjusted(row).holm,
    ),
    significance(
      `${test}_p_bh`,
      withDetail(label, { fr: 'p corrigé, Benjamini–Hochberg', en: 'adjusted p, Benjamini–Hochberg' }),
      (row) => adjusted(row).benjaminiHochberg,
    ),
  ]),
];

/** The adjusted p-values; blank where the test's own p is. */
export const familyColumns: readonly ColumnDefinition<InFamily>[] = [
  ...familyColumnsOf<InFamily>('wilcoxon', { fr: 'Wilcoxon', en: 'Wilcoxon' }, (row) => row.adjustedWilcoxon),
  ...familyColumnsOf<InFamily>('t', { fr: 'Student', en: 'Student' }, (row) => row.adjustedT),
  ...familyColumnsOf<InFamily>('cluster', PRIMARY, (row) => row.adjustedCluster),
];
