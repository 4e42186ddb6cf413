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
import {
  type ClusteredKappa,
  clusteredKappa,
  type Rating,
  ratingTable,
} from '#shared/statistics/clustered-kappa.ts';
import type { KappaWeights } from '#shared/statistics/cohen-kappa.ts';
import { type AssessedCourse, type TimePoint, timePoints } from './follow-ups.ts';
import { METHODS, RECIST_METHODS, type RecistMethod, type RecistMethodName } from './methods.ts';
import { RESPONSES, type Response } from './response.ts';
import { timePointColumn } from './time-point-column.ts';

interface AgreementRow {
  readonly first: RecistMethodName;
  readonly second: RecistMethodName;
  readonly timePoint: TimePoint['name'];
  readonly ratings: readonly Rating[];
  readonly notEvaluable: number;
  readonly table: readonly (readonly number[])[];
  readonly kappas: Readonly<Record<KappaWeights, ClusteredKappa>>;
}

/** MRI with CT as a whole, then each MRI sequence with each CT phase. */
const COMPARED: readonly { readonly first: RecistMethod; readonly second: RecistMethod }[] = (() => {
  const [mri, ct] = [ofModality('mri'), ofModality('ct')];
  const whole = ({ name, modality }: RecistMethod) => name === modality;
  return mri.flatMap((first) =>
    ct.filter((second) => whole(first) === whole(second)).map((second) => ({ first, second })),
  );
})();

function ofModality(wanted: string): readonly RecistMethod[] {
  return RECIST_METHODS.filter(({ modality }) => modality === wanted);
}

const CATEGORIES = RESPONSES.length;
const category = (response: Response | null | undefined): number | null =>
  response == null ? null : RESPONSES.indexOf(response);

/**
 * Whether CT and MRI put a follow-up into the same RECIST category: the cross table (rows the first method, columns
 * the second), raw agreement and κ, with weights that fall linearly and with the square of the distance over
 * CR < PR < SD < PD. Follow-ups that one of the two cannot evaluate are counted apart.
 */
export function recistAgreementTable(courses: readonly AssessedCourse[]): ComputedTable {
  const rows = COMPARED.flatMap(({ first, second }) =>
    timePoints(courses).map((timePoint) => agreementAt(courses, first, second, timePoint)),
  );
  return resultTable<AgreementRow>(
    'recist-agreement',
    { fr: 'RECIST 1.1 : accord de l’IRM et de la TDM', en: 'RECIST 1.1: agreement of MRI with CT' },
    [
      coded('first', { fr: 'première méthode', en: 'first method' }, METHODS, ({ first }) => first),
      coded('second', { fr: 'seconde méthode', en: 'second method' }, METHODS, ({ second }) => second),
      timePointColumn,
      integer(
        'n_follow_ups',
        { fr: 'suivis évalués', en: 'follow-ups evaluated' },
        (row) => row.ratings.length,
      ),
      integer('n_patients', { fr: 'patients', en: 'patients' }, (row) => row.kappas.unweighted.patients),
      integer(
        'n_not_evaluable',
        { fr: 'suivis non évaluables par les deux', en: 'follow-ups that not both can evaluate' },
        (row) => row.notEvaluable,
      ),
      ...cellColumns,
      ...explainedBy<AgreementRow>('kappa_reason', [
        scaled(
          PERCENT,
          'raw_agreement',
          { fr: 'accord brut', en: 'raw agreement' },
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
    rows,
  );
}

const cellTitle = (first: Response, second: Response): Bilingual => {
  const both = `${first.toUpperCase()} – ${second.toUpperCase()}`;
  return { fr: both, en: both };
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

function agreementAt(
  courses: readonly AssessedCourse[],
  first: RecistMethod,
  second: RecistMethod,
  timePoint: TimePoint,
): AgreementRow {
  const pairs = courses.flatMap(({ by, followUps }, patient) =>
    timePoint.positions(followUps).map((position) => ({
      patient,
      first: category(by.get(first.name)?.[position]?.response),
      second: category(by.get(second.name)?.[position]?.response),
    })),
  );
  const ratings = pairs.flatMap(({ patient, first: one, second: other }) =>
    one === null || other === null ? [] : [{ patient, first: one, second: other }],
  );
  const kappa = (weights: KappaWeights) => clusteredKappa(ratings, CATEGORIES, weights);
  return {
    first: first.name,
    second: second.name,
    timePoint: timePoint.name,
    ratings,
    notEvaluable: pairs.length - ratings.length,
    table: ratingTable(ratings, CATEGORIES),
    kappas: { unweighted: kappa('unweighted'), linear: kappa('linear'), quadratic: kappa('quadratic') },
  };
}
