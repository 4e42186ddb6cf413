import { withDetail } from '#shared/language.ts';
import { limitColumns, pColumns, type Scale, scaled } from '#shared/publication/column-groups.ts';
import { codedFigure, figure, withReason } from '#shared/publication/figure-columns.ts';
import type { ColumnDefinition } from '#shared/publication/result-table.ts';
import { LAWS } from './laws.ts';
import type { PairedComparison, PrimaryClusterTest } from './paired-comparison.ts';

export const PRIMARY = {
  fr: 'test principal, par patient (Rosner–Glynn–Lee)',
  en: 'primary test, by patient (Rosner–Glynn–Lee)',
};
const EXACT = { fr: 'Rosner–Glynn–Lee exact', en: 'Rosner–Glynn–Lee, exact' };
const LARGE_SAMPLE = { fr: 'Rosner–Glynn–Lee asymptotique', en: 'Rosner–Glynn–Lee, large sample' };
const DATTA_SATTEN = { fr: 'Datta–Satten', en: 'Datta–Satten' };
const CR2 = { fr: 'différence moyenne, par patient (CR2)', en: 'mean difference, by patient (CR2)' };
const BOOTSTRAP = {
  fr: 'différence moyenne, bootstrap par patient',
  en: 'mean difference, patient bootstrap',
};

type Columns = readonly ColumnDefinition<PairedComparison>[];

/**
 * The tests for clustered rows, several pairs or lesions of one patient. The primary test is the exact one, or, in a
 * study too large for its law, the large-sample one.
 */
export const clusterColumns = (scale: Scale): Columns => [
  ...primaryTestColumns,
  ...signedRankClusterColumns,
  ...meanColumns(scale),
];

type WithPrimaryTest = { readonly cluster: PrimaryClusterTest };

export const primaryTestColumns: readonly ColumnDefinition<WithPrimaryTest>[] = withReason(
  'cluster',
  PRIMARY,
  [
    ...pColumns('cluster', PRIMARY, ({ cluster }: WithPrimaryTest) => cluster.pValue),
    codedFigure(
      'cluster_method',
      withDetail(PRIMARY, { fr: 'loi', en: 'law' }),
      LAWS,
      ({ cluster }: WithPrimaryTest) => cluster.method,
    ),
  ],
);

const signedRankClusterColumns: Columns = [
  ...withReason<PairedComparison>('rgl_exact', EXACT, [
    figure(
      'rgl_exact_statistic',
      { fr: 'Rosner–Glynn–Lee : somme des rangs signés', en: 'Rosner–Glynn–Lee: sum of signed ranks' },
      ({ exact }) => exact.statistic,
    ),
    ...pColumns('rgl_exact', EXACT, ({ exact }: PairedComparison) => exact.pValue),
  ]),
  ...withReason<PairedComparison>('rgl', LARGE_SAMPLE, [
    figure(
      'rgl_z',
      { fr: 'Rosner–Glynn–Lee asymptotique : z', en: 'Rosner–Glynn–Lee, large sample: z' },
      ({ largeSample }) => largeSample.z,
    ),
    ...pColumns('rgl', LARGE_SAMPLE, ({ largeSample }: PairedComparison) => largeSample.pValue),
  ]),
  ...withReason<PairedComparison>('datta_satten', DATTA_SATTEN, [
    figure(
      'datta_satten_z',
      { fr: 'Datta–Satten : z', en: 'Datta–Satten: z' },
      ({ dattaSatten }) => dattaSatten.z,
    ),
    ...pColumns('datta_satten', DATTA_SATTEN, ({ dattaSatten }: PairedComparison) => dattaSatten.pValue),
  ]),
];

/** Of the mean difference, which is in a column of its own. */
const meanColumns = (scale: Scale): Columns => [
  ...withReason<PairedComparison>('cr2', CR2, [
    scaled(
      scale,
      'cr2_standard_error',
      withDetail(CR2, { fr: 'erreur type', en: 'standard error' }),
      ({ robustMean }) => robustMean.standardError,
    ),
    figure('cr2_t', withDetail(CR2, { fr: 't', en: 't' }), ({ robustMean }) => robustMean.t),
    figure(
      'cr2_df',
      withDetail(CR2, { fr: 'degrés de liberté (Satterthwaite)', en: 'degrees of freedom (Satterthwaite)' }),
      ({ robustMean }) => robustMean.degreesOfFreedom,
    ),
    ...pColumns('cr2', CR2, ({ robustMean }: PairedComparison) => robustMean.pValue),
    ...limitColumns(scale, 'cr2', CR2, ({ robustMean }: PairedComparison) => robustMean.interval),
  ]),
  ...withReason<PairedComparison>('bootstrap', BOOTSTRAP, [
    scaled(
      scale,
      'bootstrap_standard_error',
      withDetail(BOOTSTRAP, { fr: 'erreur type', en: 'standard error' }),
      ({ bootstrap }) => bootstrap.standardError,
    ),
    ...limitColumns(scale, 'bootstrap', BOOTSTRAP, ({ bootstrap }: PairedComparison) => bootstrap.interval),
  ]),
];
