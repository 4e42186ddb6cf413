import { limitColumns, type Scale, scaled, UNITLESS } from '#shared/publication/column-groups.ts';
import { explained, explainedBy, figure } from '#shared/publication/figure-columns.ts';
import { type ColumnDefinition, integer } from '#shared/publication/result-table.ts';
import type { PairedComparison } from './paired-comparison.ts';

type Columns = readonly ColumnDefinition<PairedComparison>[];

const RANK_BISERIAL = { fr: 'corrélation bisériale des rangs', en: 'rank-biserial correlation' };
const D_Z = { fr: 'd_z de Cohen', en: 'Cohen’s d_z' };
const STANDARDISED = { fr: 'd_z et g_z', en: 'd_z and g_z' };
const EFFECT_LIMITS = { fr: 'bornes des tailles d’effet', en: 'limits of the effect sizes' };

/** The correlation is of Wilcoxon's V, and exists where the test does. */
const correlation: Columns = explainedBy('wilcoxon_reason', [
  figure('rank_biserial', RANK_BISERIAL, (row) => row.rankBiserial),
]);

const standardised = explained<PairedComparison>('d_z', STANDARDISED, [
  figure('d_z', D_Z, (row) => row.standardised.dz),
  figure('g_z', { fr: 'g_z de Hedges', en: 'Hedges’ g_z' }, (row) => row.standardised.gz),
]);
const [dz, gz] = [standardised.figures.slice(0, 1), standardised.figures.slice(1)];

const correlationLimits = limitColumns(
  UNITLESS,
  'rank_biserial',
  RANK_BISERIAL,
  ({ effectLimits }: PairedComparison) => effectLimits.rankBiserial,
);
const dzLimits = limitColumns(UNITLESS, 'd_z', D_Z, ({ effectLimits }: PairedComparison) => effectLimits.dz);
const limits = explained<PairedComparison>('effect_limits', EFFECT_LIMITS, [
  ...correlationLimits,
  ...dzLimits,
]);
const ofCorrelation = limits.figures.slice(0, correlationLimits.length);
const ofDz = limits.figures.slice(correlationLimits.length);

/** How large a difference is, whatever its unit. The limits are those of a bootstrap by whole patients. */
export const effectColumns: Columns = [
  ...correlation,
  ...ofCorrelation,
  ...dz,
  ...ofDz,
  ...gz,
  standardised.reason,
  limits.reason,
];

/** The differences that are compared, in words of the table's unit. Where the t test is missing so may they be. */
export const differenceColumns = (scale: Scale, fr: string, en: string): Columns =>
  explainedBy('t_reason', [
    scaled(
      scale,
      'mean_difference',
      { fr: `différence moyenne ${fr}, première − seconde`, en: `mean difference ${en}, first − second` },
      (row) => row.mean,
    ),
    scaled(
      scale,
      'sd_difference',
      { fr: `écart type des différences ${fr}`, en: `standard deviation of the differences ${en}` },
      (row) => row.standardDeviation,
    ),
    scaled(
      scale,
      'median_difference',
      { fr: `différence médiane ${fr}`, en: `median difference ${en}` },
      (row) => row.median,
    ),
  ]);

export const patientsColumn: ColumnDefinition<PairedComparison> = integer(
  'n_patients',
  { fr: 'patients', en: 'patients' },
  (row) => row.patients,
);
