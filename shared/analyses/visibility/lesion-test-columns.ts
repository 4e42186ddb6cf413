import { familyColumnsOf } from '#shared/analyses/comparison/family.ts';
import type { Bilingual } from '#shared/language.ts';
import {
  limitColumns,
  PERCENTAGE_POINTS,
  pColumns,
  percentage,
  scaled,
} from '#shared/publication/column-groups.ts';
import {
  explainedBy,
  type FigureColumn,
  figure,
  reasonColumn,
  wholeFigure,
  withReason,
} from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ColumnDefinition, coded } from '#shared/publication/result-table.ts';
import type { McNemarTest } from '#shared/statistics/clustered-mcnemar.ts';
import { type Figure, isMissing } from '#shared/statistics/figure.ts';
import { comparedSetsColumns } from './compared-sets.ts';
import type { DetectionOfLesions } from './lesion-comparison.ts';
import { LESION_FAMILIES, type LesionTest } from './lesion-families.ts';
import { lesionGroupColumn } from './lesion-groups.ts';

const DIFFERENCE = {
  fr: 'différence des parts vues, première − seconde',
  en: 'difference of the shares seen, first − second',
};
const OBUCHOWSKI = { fr: 'McNemar par patient, Obuchowski', en: 'McNemar, clustered, Obuchowski' };
const DURKALSKI = { fr: 'McNemar par patient, Durkalski', en: 'McNemar, clustered, Durkalski' };
const YANG = { fr: 'McNemar par patient, Yang', en: 'McNemar, clustered, Yang' };

type Column = FigureColumn<LesionTest>;

/** What is read of lesions that are not kept back. */
const of =
  <T>(read: (found: DetectionOfLesions) => Figure<T, ReasonCode>) =>
  ({ found }: LesionTest): Figure<T, ReasonCode> =>
    isMissing(found) ? found : read(found);

const whole = (name: string, fr: string, en: string, read: (found: DetectionOfLesions) => number): Column =>
  wholeFigure(name, { fr, en }, of(read));

const lesionsOf = ({ shownBy: { both, only_first, only_second, neither } }: DetectionOfLesions) =>
  both + only_first + only_second + neither;

const counts: readonly Column[] = [
  whole(
    'n_patients',
    'patients avec une de ces métastases',
    'patients with one of these metastases',
    ({ difference }) => difference.patients,
  ),
  whole(
    'lesions',
    'métastases listées, évaluables des deux (dénominateur)',
    'listed metastases, assessable on both (denominator)',
    lesionsOf,
  ),
  whole(
    'not_assessable',
    'métastases listées, non évaluables de l’une au moins',
    'listed metastases, not assessable on one at least',
    ({ notAssessable }) => notAssessable,
  ),
  whole('both', 'vues des deux', 'seen by both', ({ shownBy }) => shownBy.both),
  whole(
    'only_first',
    'vues de la première seule',
    'seen by the first alone',
    ({ shownBy }) => shownBy.only_first,
  ),
  whole(
    'only_second',
    'vues de la seconde seule',
    'seen by the second alone',
    ({ shownBy }) => shownBy.only_second,
  ),
  whole('neither', 'vues d’aucune des deux', 'seen by neither', ({ shownBy }) => shownBy.neither),
];

const differenceColumns: readonly Column[] = [
  figure(
    'rate_first',
    { fr: 'part vue, première', en: 'share seen, first' },
    of((found) => percentage(found.shownBy.both + found.shownBy.only_first, lesionsOf(found))),
    '%',
  ),
  figure(
    'rate_second',
    { fr: 'part vue, seconde', en: 'share seen, second' },
    of((found) => percentage(found.shownBy.both + found.shownBy.only_second, lesionsOf(found))),
    '%',
  ),
  scaled(
    PERCENTAGE_POINTS,
    'difference',
    DIFFERENCE,
    of(({ difference }) => difference.estimate),
  ),
  ...limitColumns(
    PERCENTAGE_POINTS,
    'difference',
    DIFFERENCE,
    of(({ difference }) => difference.interval),
  ),
];

const testColumns = (
  name: string,
  label: Bilingual,
  test: (found: DetectionOfLesions) => McNemarTest,
): readonly Column[] => [
  figure(
    `${name}_chi2`,
    { fr: `${label.fr} : χ²`, en: `${label.en}: χ²` },
    of((found) => test(found).statistic),
  ),
  ...pColumns(
    name,
    label,
    of((found) => test(found).pValue),
  ),
];

const obuchowski = testColumns('obuchowski', OBUCHOWSKI, (found) => found.obuchowski);

/** The columns of the table `lesion-tests`. */
export const lesionTestColumns: readonly ColumnDefinition<LesionTest>[] = [
  lesionGroupColumn,
  coded(
    'family',
    { fr: 'famille des comparaisons corrigées ensemble', en: 'family of comparisons adjusted together' },
    LESION_FAMILIES,
    ({ family }) => family,
  ),
  ...comparedSetsColumns,
  ...withReason<LesionTest>(null, null, counts),
  ...withReason<LesionTest>('difference', DIFFERENCE, differenceColumns),
  ...explainedBy('obuchowski_reason', obuchowski),
  ...familyColumnsOf<LesionTest>('obuchowski', OBUCHOWSKI, ({ adjusted }) => adjusted),
  // The three have a p for the same lesions.
  ...explainedBy('obuchowski_reason', [
    ...testColumns('durkalski', DURKALSKI, (found) => found.durkalski),
    ...testColumns('yang', YANG, (found) => found.yang),
  ]),
  reasonColumn<LesionTest>('obuchowski', { fr: 'McNemar par patient', en: 'McNemar, clustered' }, obuchowski),
];
