import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { limitColumns, PERCENT, scaled, significance, UNITLESS } from '#shared/publication/column-groups.ts';
import { figure, wholeFigure, withReason } from '#shared/publication/figure-columns.ts';
import { comparisonColumns } from '#shared/publication/key-columns.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { UNITS, type Unit } from '#shared/publication/units.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { mapped } from '#shared/statistics/figure.ts';
import { type CentreRow, type CentreSources, centreRows } from './effect-rows.ts';
import { centreGroupColumns } from './group-vocabulary.ts';

const UNIT_OF: Record<CentreRow['effect'], Unit | null> = {
  count_difference: 'metastases',
  log_rate_ratio: null,
  diameter_difference: 'mm',
};
const EFFECTS = vocabulary(
  'effect',
  entriesOf({
    count_difference: { fr: 'différence des nombres par couple', en: 'difference of counts per pair' },
    log_rate_ratio: { fr: 'logarithme du rapport des nombres', en: 'logarithm of the rate ratio' },
    diameter_difference: { fr: 'différence des diamètres', en: 'difference of diameters' },
  }),
);
const ESTIMATE = { fr: 'effet', en: 'effect' };
const NORMAL = { fr: 'effet, DerSimonian–Laird, loi normale', en: 'effect, DerSimonian–Laird, normal law' };
const PREDICTION = { fr: 'effet d’un autre centre', en: 'effect of another centre' };

/**
 * The main effects by centre, whole liver: the mean difference of counts per pair, the logarithm of the ratio of
 * counts and the mean difference of diameters. The pooled row is DerSimonian and Laird's with the interval of
 * Hartung and Knapp, no narrower than its normal one, from the study's fewest groups on. Small centres are one group, the others.
 */
export function centresTable(sources: CentreSources, settings: StudySettings): ComputedTable {
  return resultTable<CentreRow>(
    'centres',
    { fr: 'Effets principaux par centre et ensemble', en: 'Main effects by centre and pooled' },
    [
      coded('effect', { fr: 'grandeur', en: 'quantity' }, EFFECTS, ({ effect }) => effect),
      coded('unit', { fr: 'unité', en: 'unit' }, UNITS, ({ effect }) => UNIT_OF[effect]),
      ...comparisonColumns,
      ...centreGroupColumns,
      integer('n_studies', { fr: 'groupes de centres', en: 'groups of centres' }, ({ studies }) => studies),
      integer(
        'n_studies_left_out',
        { fr: 'groupes sans intervalle, non regroupés', en: 'groups without an interval, not pooled' },
        ({ studiesLeftOut }) => studiesLeftOut,
      ),
      integer('n_centres', { fr: 'centres', en: 'centres' }, ({ centres }) => centres),
      integer('n_patients', { fr: 'patients', en: 'patients' }, ({ patients }) => patients),
      integer('n', { fr: 'couples ou lésions', en: 'pairs or lesions' }, ({ n }) => n),
      ...withReason<CentreRow>('estimate', ESTIMATE, [
        figure('estimate', ESTIMATE, ({ estimate }) => estimate),
        figure(
          'standard_error',
          { fr: 'effet : erreur type', en: 'effect: standard error' },
          ({ standardError }) => standardError,
        ),
        ...limitColumns(UNITLESS, 'estimate', ESTIMATE, ({ interval }: CentreRow) => interval),
      ]),
      ...withReason<CentreRow>('heterogeneity', { fr: 'hétérogénéité', en: 'heterogeneity' }, [
        figure('q', { fr: 'Q de Cochran', en: 'Cochran’s Q' }, ({ q }) => q),
        wholeFigure(
          'q_df',
          { fr: 'Q : degrés de liberté', en: 'Q: degrees of freedom' },
          ({ qDegreesOfFreedom }) => qDegreesOfFreedom,
        ),
        significance('q_p', { fr: 'Q : p', en: 'Q: p' }, ({ qPValue }) => mapped(qPValue, ({ p }) => p)),
        scaled(PERCENT, 'i_squared', { fr: 'I²', en: 'I²' }, ({ iSquared }) => iSquared),
        figure(
          'tau_squared',
          { fr: 'τ² (DerSimonian–Laird)', en: 'τ² (DerSimonian–Laird)' },
          ({ tauSquared }) => tauSquared,
        ),
        ...limitColumns(UNITLESS, 'normal', NORMAL, ({ normalInterval }: CentreRow) => normalInterval),
        ...limitColumns(
          UNITLESS,
          'prediction',
          PREDICTION,
          ({ predictionInterval }: CentreRow) => predictionInterval,
        ),
      ]),
    ],
    centreRows(sources, settings),
  );
}
