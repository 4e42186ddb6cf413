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
import { type ClusteredKappa, clusteredKappa, ratingTable } from '#shared/statistics/clustered-kappa.ts';
import type { KappaWeights } from '#shared/statistics/cohen-kappa.ts';
import {
  type ComparedFollowUp,
  comparedFollowUps,
  followedOnBoth,
  modalityComparisons,
  TARGET_CHOICES,
  type TargetChoice,
} from './compared-courses.ts';
import type { AssessedCourse } from './courses.ts';
import { METHODS, type RecistMethodName } from './methods.ts';
import { RESPONSES, type Response } from './response.ts';
import type { RecistSettings } from './targets.ts';
import { type TimePoint, timePointColumns, timePoints } from './time-points.ts';

interface AgreementRow {
  readonly first: RecistMethodName;
  readonly second: RecistMethodName;
  readonly targets: TargetChoice;
  readonly timePoint: TimePoint['name'];
  readonly rated: number;
  readonly notEvaluable: number;
  readonly table: readonly (readonly number[])[];
  readonly kappas: Readonly<Record<KappaWeights, ClusteredKappa>>;
}

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

const CATEGORIES = RESPONSES.length;

/**
 * Whether MRI and CT put a follow-up into the same category: the table of both (rows the first, columns
 * the second), raw agreement and κ, with weights that fall linearly and with the square of the distance over
 * CR < PR < SD < PD. A follow-up is a pair that is one on both scans; those that not both can evaluate are counted apart.
 */
export function recistAgreementTable(
  courses: readonly AssessedCourse[],
  settings: RecistSettings,
): ComputedTable {
  const longest = courses.reduce(
    (most, { course: { visits } }) => Math.max(most, followedOnBoth(visits.mri, visits.ct).length),
    0,
  );
  const rows = modalityComparisons(courses).flatMap((comparison) =>
    TARGET_CHOICES.flatMap((targets) => {
      const followUps = comparedFollowUps(comparison, targets, settings);
      return timePoints(longest).map((timePoint) => ({
        first: comparison.first.name,
        second: comparison.second.name,
        targets,
        timePoint: timePoint.name,
        ...agreementOf(followUps.map(timePoint.of)),
      }));
    }),
  );
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
    rows,
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

/** Of the follow-ups of each patient. */
function agreementOf(
  followUps: readonly (readonly ComparedFollowUp[])[],
): Pick<AgreementRow, 'rated' | 'notEvaluable' | 'table' | 'kappas'> {
  const ratings = followUps.flatMap((own, patient) =>
    own.flatMap(({ first, second }) =>
      first === null || second === null
        ? []
        : [{ patient, first: RESPONSES.indexOf(first), second: RESPONSES.indexOf(second) }],
    ),
  );
  const kappa = (weights: KappaWeights) => clusteredKappa(ratings, CATEGORIES, weights);
  return {
    rated: ratings.length,
    notEvaluable: followUps.flat().length - ratings.length,
    table: ratingTable(ratings, CATEGORIES),
    kappas: { unweighted: kappa('unweighted'), linear: kappa('linear'), quadratic: kappa('quadratic') },
  };
}
