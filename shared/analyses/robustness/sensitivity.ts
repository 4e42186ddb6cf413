import { primaryTestColumns } from '#shared/analyses/comparison/cluster-columns.ts';
import { limitColumns, PERCENT, pColumns, scaled } from '#shared/publication/column-groups.ts';
import { figure, wholeFigure, withReason } from '#shared/publication/figure-columns.ts';
import { comparisonColumns, sideColumn } from '#shared/publication/key-columns.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import { analysisColumn } from './analysis-column.ts';
import { type Sensitivity, type SensitivitySources, sensitivityRows } from './sensitivity-rows.ts';

const WILCOXON = { fr: 'Wilcoxon, lignes indépendantes', en: 'Wilcoxon, independent rows' };
const EXACT = { fr: 'Wilcoxon exact, ex æquo compris', en: 'Wilcoxon, exact with ties' };
const PRATT = { fr: 'Pratt', en: 'Pratt' };
const SIGN = { fr: 'test des signes', en: 'sign test' };
const POSITIVE = {
  fr: 'différences positives, part de celles qui ne sont pas nulles',
  en: 'positive differences, share of those that are not zero',
};

/**
 * Whether a conclusion hangs on how Wilcoxon's test treats ties and zeros: by the exact law with ties, by Pratt's
 * ranking of the zeros, and by the signs alone. All four, R 4.2's `wilcoxon_p` too, take the pairs or lesions of a
 * patient as independent; `n_patients` says whose they are, and `cluster_p` is the primary test of `count-tests` and
 * `measure-tests`. Whether it hangs on who is measured: `measure-tests` has the patients with a lesion on every
 * sequence, as the thesis; the rows `measures_on_both` have every lesion that the two sequences measure.
 */
export const sensitivityTable = (sources: SensitivitySources): ComputedTable =>
  resultTable<Sensitivity>(
    'sensitivity',
    {
      fr: 'Analyses de sensibilité : ex æquo, différences nulles, signes (couples ou lésions pris pour indépendants, hors test par patient), toute lésion mesurée',
      en: 'Sensitivity analyses: ties, zero differences, signs (pairs or lesions taken as independent but for the cluster test), every lesion measured',
    },
    [
      analysisColumn,
      sideColumn,
      ...comparisonColumns,
      integer('n', { fr: 'couples ou lésions', en: 'pairs or lesions' }, ({ n }) => n),
      integer(
        'n_patients',
        { fr: 'patients de ces couples ou lésions', en: 'patients of these pairs or lesions' },
        ({ patients }) => patients,
      ),
      ...primaryTestColumns,
      ...withReason<Sensitivity>('wilcoxon', WILCOXON, [
        wholeFigure(
          'n_used',
          { fr: 'différences non nulles', en: 'differences that are not zero' },
          ({ wilcoxon }) => wilcoxon.used,
        ),
        wholeFigure(
          'zeros',
          { fr: 'différences nulles', en: 'zero differences' },
          ({ wilcoxon }) => wilcoxon.zeros,
        ),
        ...pColumns('wilcoxon', WILCOXON, ({ wilcoxon }: Sensitivity) => wilcoxon.pValue),
      ]),
      ...withReason<Sensitivity>('exact', EXACT, [
        ...pColumns('exact', EXACT, ({ exact }: Sensitivity) => exact.pValue),
      ]),
      ...withReason<Sensitivity>('pratt', PRATT, [
        figure('pratt_z', { fr: 'Pratt : z', en: 'Pratt: z' }, ({ pratt }) => pratt.z),
        ...pColumns('pratt', PRATT, ({ pratt }: Sensitivity) => pratt.pValue),
      ]),
      ...withReason<Sensitivity>('sign', SIGN, [
        wholeFigure(
          'n_positive',
          { fr: 'différences positives', en: 'positive differences' },
          ({ sign }) => sign.positive,
        ),
        scaled(PERCENT, 'positive', POSITIVE, ({ sign }) => sign.estimate),
        ...limitColumns(PERCENT, 'positive', POSITIVE, ({ sign }: Sensitivity) => sign.interval),
        ...pColumns('sign', SIGN, ({ sign }: Sensitivity) => sign.pValue),
      ]),
    ],
    sensitivityRows(sources),
  );
