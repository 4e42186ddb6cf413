import type { Bilingual } from '#shared/language.ts';
import { limitColumns, type Scale, scaled, UNITLESS } from '#shared/publication/column-groups.ts';
import { explainedBy, figure, reasonColumn, withReason } from '#shared/publication/figure-columns.ts';
import { type ColumnDefinition, integer } from '#shared/publication/result-table.ts';
import type { PairedComparison } from './paired-comparison.ts';

type Columns = readonly ColumnDefinition<PairedComparison>[];

const RANK_BISERIAL = {
  fr: 'corrélation bisériale des rangs (−1 à 1)',
  en: 'rank-biserial correlation (−1 to 1)',
};
const D_Z = {
  fr: 'd_z de Cohen (en écarts types des différences)',
  en: 'Cohen’s d_z (in standard deviations of the differences)',
};
const G_Z = {
  fr: 'g_z de Hedges (d_z corrigé pour un petit effectif)',
  en: 'Hedges’ g_z (d_z corrected for small numbers)',
};
const EFFECT_LIMITS = { fr: 'bornes des tailles d’effet', en: 'limits of the effect sizes' };

const correlation = figure<PairedComparison>('rank_biserial', RANK_BISERIAL, (row) => row.rankBiserial);
const correlationLimits = limitColumns<PairedComparison>(
  UNITLESS,
  'rank_biserial',
  RANK_BISERIAL,
  ({ effectLimits }) => effectLimits.rankBiserial,
);
const dz = figure<PairedComparison>('d_z', D_Z, (row) => row.standardised.dz);
const dzLimits = limitColumns<PairedComparison>(UNITLESS, 'd_z', D_Z, ({ effectLimits }) => effectLimits.dz);
const gz = figure<PairedComparison>('g_z', G_Z, (row) => row.standardised.gz);

/** How large a difference is, whatever its unit. The limits are those of a bootstrap by whole patients. */
export const effectColumns: Columns = [
  // The correlation is of Wilcoxon's V, and exists where the test does.
  ...explainedBy('wilcoxon_reason', [correlation]),
  ...explainedBy('effect_limits_reason', correlationLimits),
  // d_z is t/√n. g_z needs a third row, so that of two rows it alone is blank.
  ...explainedBy('t_reason', [dz]),
  ...explainedBy('effect_limits_reason', dzLimits),
  ...withReason('g_z', G_Z, [gz]),
  reasonColumn('effect_limits', EFFECT_LIMITS, [...correlationLimits, ...dzLimits]),
];

const FIRST_LESS_SECOND: Bilingual = { fr: 'première − seconde', en: 'first − second' };

/**
 * The differences that are compared. They exist wherever the t test does.
 *
 * @param fr what a row is in the titles of the table, in French: `par couple`
 * @param en the same in English: `per pair`
 * @param between what is taken from what
 */
export const differenceColumns = (
  scale: Scale,
  fr: string,
  en: string,
  between = FIRST_LESS_SECOND,
): Columns =>
  explainedBy('t_reason', [
    scaled(
      scale,
      'mean_difference',
      { fr: `différence moyenne ${fr}, ${between.fr}`, en: `mean difference ${en}, ${between.en}` },
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
  { fr: 'patients de ces couples ou lésions', en: 'patients of these pairs or lesions' },
  (row) => row.patients,
);
