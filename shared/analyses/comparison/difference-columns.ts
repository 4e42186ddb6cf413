import {
  limitColumns,
  reasonColumn,
  type Scale,
  scaled,
  UNITLESS,
} from '#shared/publication/column-groups.ts';
import { type ColumnDefinition, integer, number } from '#shared/publication/result-table.ts';
import type { PairedComparison } from './paired-comparison.ts';

type Column = ColumnDefinition<PairedComparison>;

const RANK_BISERIAL = { fr: 'corrélation bisériale des rangs', en: 'rank-biserial correlation' };
const D_Z = { fr: 'd_z de Cohen', en: 'Cohen’s d_z' };
const STANDARDISED = { fr: 'd_z et g_z', en: 'd_z and g_z' };
const EFFECT_LIMITS = { fr: 'bornes des tailles d’effet', en: 'limits of the effect sizes' };

/** How large a difference is, whatever its unit. The limits are those of a bootstrap by whole patients. */
export const effectColumns: readonly Column[] = [
  number('rank_biserial', RANK_BISERIAL, (row) => row.rankBiserial),
  ...limitColumns(
    UNITLESS,
    'rank_biserial',
    RANK_BISERIAL,
    ({ effectLimits }: PairedComparison) => effectLimits.rankBiserial,
  ),
  number('d_z', D_Z, ({ standardised }) => standardised.dz),
  ...limitColumns(UNITLESS, 'd_z', D_Z, ({ effectLimits }: PairedComparison) => effectLimits.dz),
  number('g_z', { fr: 'g_z de Hedges', en: 'Hedges’ g_z' }, ({ standardised }) => standardised.gz),
  reasonColumn('d_z', STANDARDISED, ({ standardised }) => standardised),
  reasonColumn('effect_limits', EFFECT_LIMITS, ({ effectLimits }) => effectLimits),
];

/** The differences that are compared, in words of the table's unit. */
export const differenceColumns = (scale: Scale, fr: string, en: string): readonly Column[] => [
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
];

export const patientsColumn: Column = integer(
  'n_patients',
  { fr: 'patients', en: 'patients' },
  (row) => row.patients,
);
