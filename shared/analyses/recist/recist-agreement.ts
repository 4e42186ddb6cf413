import { kappaColumns } from '#shared/analyses/comparison/kappa-columns.ts';
import type { Bilingual } from '#shared/language.ts';
import { PERCENT, scaled } from '#shared/publication/column-groups.ts';
import { explainedBy } from '#shared/publication/figure-columns.ts';
import {
  type ColumnDefinition,
  type ComputedTable,
  coded,
  integer,
  resultTable,
} from '#shared/publication/result-table.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import type { AgreementRow, AgreementTally } from './agreement-tally.ts';
import { METHODS } from './methods.ts';
import { RESPONSES, type Response } from './response.ts';
import { timePointColumns } from './time-points.ts';

const TARGETS = vocabulary(
  'targets',
  entriesOf({
    own: { fr: 'chacun ses propres cibles', en: 'each its own targets' },
    same: { fr: 'les mêmes cibles', en: 'the same targets' },
  }),
);

export const targetsColumn: ColumnDefinition<Pick<AgreementRow, 'targets'>> = coded(
  'targets',
  { fr: 'cibles', en: 'targets' },
  TARGETS,
  ({ targets }) => targets,
);

/**
 * Whether MRI and CT put a follow-up into the same category: the table of both (rows the first, columns
 * the second), raw agreement and κ, with weights that fall linearly and with the square of the distance over
 * CR < PR < SD < PD. A follow-up is a pair that is one on both scans; those that not both can evaluate are counted apart.
 */
export function recistAgreementTable(tally: AgreementTally): ComputedTable {
  return resultTable<AgreementRow>(
    'recist-agreement',
    {
      fr: 'RECIST 1.1 : accord de l’IRM et de la TDM',
      en: 'RECIST 1.1: agreement of MRI with CT',
    },
    [
      coded('first', { fr: 'première méthode', en: 'first method' }, METHODS, ({ first }) => first),
      coded('second', { fr: 'seconde méthode', en: 'second method' }, METHODS, ({ second }) => second),
      targetsColumn,
      ...timePointColumns,
      integer(
        'n_follow_ups',
        { fr: 'suivis évalués par les deux', en: 'follow-ups evaluated by both' },
        (row) => row.rated,
      ),
      integer(
        'n_patients',
        { fr: 'patients de ces suivis', en: 'patients of these follow-ups' },
        (row) => row.kappas.unweighted.patients,
      ),
      integer(
        'n_not_evaluable',
        {
          fr: 'suivis que l’une au moins ne peut pas évaluer',
          en: 'follow-ups that at least one cannot evaluate',
        },
        (row) => row.notEvaluable,
      ),
      ...cellColumns,
      ...explainedBy<AgreementRow>('kappa_reason', [
        scaled(
          PERCENT,
          'raw_agreement',
          {
            fr: 'accord brut : part des suivis de même réponse',
            en: 'raw agreement: share of the follow-ups with the same response',
          },
          (row) => row.kappas.unweighted.observed,
        ),
      ]),
      ...kappaColumns<AgreementRow>('kappa', { fr: 'κ', en: 'κ' }, (row) => row.kappas.unweighted),
      ...kappaColumns<AgreementRow>(
        'kappa_linear',
        { fr: 'κ, poids linéaires', en: 'κ, linear weights' },
        (row) => row.kappas.linear,
      ),
      ...kappaColumns<AgreementRow>(
        'kappa_quadratic',
        { fr: 'κ, poids quadratiques', en: 'κ, quadratic weights' },
        (row) => row.kappas.quadratic,
      ),
    ],
    tally.rows(),
  );
}

const cellTitle = (first: Response, second: Response): Bilingual => {
  const [one, other] = [first.toUpperCase(), second.toUpperCase()];
  return {
    fr: `suivis : ${one} par la première, ${other} par la seconde`,
    en: `follow-ups: ${one} by the first, ${other} by the second`,
  };
};

const cellColumns: readonly ColumnDefinition<AgreementRow>[] = RESPONSES.flatMap((first, row) =>
  RESPONSES.map((second, column) =>
    integer(
      `${first}_${second}`,
      cellTitle(first, second),
      ({ table }: AgreementRow) => table[row]?.[column] ?? 0,
    ),
  ),
);
