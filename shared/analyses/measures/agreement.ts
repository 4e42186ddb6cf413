import { COMPARISONS, type Comparison } from '#shared/protocol/comparisons.ts';
import { MILLIMETRES } from '#shared/publication/column-groups.ts';
import { groupColumns } from '#shared/publication/figure-columns.ts';
import { comparisonColumns } from '#shared/publication/key-columns.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import {
  concordanceColumns,
  intraclassColumns,
  limitsOfAgreementColumns,
  slopeColumns,
} from './agreement-columns.ts';
import { type AgreementFigures, agreementOf } from './agreement-figures.ts';
import type { MeasureColumns } from './measure-columns.ts';

/** Agreement of the diameters of the same lesion on two sequences, for every comparison. */
export function agreementTable(measures: MeasureColumns): ComputedTable {
  const rows = COMPARISONS.map((comparison) => ({
    ...comparison,
    ...agreementOf(
      measures.diameters(comparison.first.name),
      measures.diameters(comparison.second.name),
      measures.patientOfLesion,
    ),
  }));
  return resultTable<Comparison & AgreementFigures>(
    'agreement',
    {
      fr: 'Accord des diamètres d’une même lésion : Bland–Altman avec mesures répétées, ICC, Lin',
      en: 'Agreement of the diameters of the same lesion: Bland–Altman with repeated measures, ICC, Lin',
    },
    [
      ...comparisonColumns,
      integer(
        'n_lesions',
        { fr: 'lésions mesurées sur les deux', en: 'lesions measured on both' },
        ({ n }) => n,
      ),
      integer(
        'n_patients',
        { fr: 'patients de ces lésions', en: 'patients of these lesions' },
        ({ patients }) => patients,
      ),
      ...[
        ...limitsOfAgreementColumns(MILLIMETRES),
        ...slopeColumns,
        ...intraclassColumns,
        ...concordanceColumns,
      ].flatMap(groupColumns),
    ],
    rows,
  );
}
