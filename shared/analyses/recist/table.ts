import type { Bilingual, Titles } from '#shared/language.ts';
import { MILLIMETRES } from '#shared/publication/column-groups.ts';
import { figure, withReason } from '#shared/publication/figure-columns.ts';
import {
  type ColumnDefinition,
  type ComputedTable,
  integer,
  resultTable,
} from '#shared/publication/result-table.ts';
import { mean } from '#shared/statistics/descriptives.ts';
import { type Figure, missing } from '#shared/statistics/figure.ts';
import type { FollowUp } from './assessment.ts';
import type { AssessedCourse } from './courses.ts';
import { methodColumn } from './methods.ts';
import {
  PROGRESSIONS,
  type Progression,
  RESPONSE_TITLES,
  RESPONSES,
  STABILITIES,
  type Stability,
} from './response.ts';
import { type CompleteFollowUp, type RecistRow, recistRows } from './rows.ts';
import { timePointColumns } from './time-points.ts';

const STABILITY_TITLES: Titles<Stability> = {
  not_growing: { fr: 'maladie stable, cibles sans croissance', en: 'stable disease, targets not growing' },
  slow: {
    fr: 'maladie stable, croissance lente (≤ 20 % en 12 mois depuis le nadir)',
    en: 'stable disease, slow growth (≤ 20 % in 12 months from the nadir)',
  },
  faster: {
    fr: 'maladie stable, croissance plus rapide',
    en: 'stable disease, faster growth',
  },
};

/** The column of each reason of a progression. */
const PROGRESSION_COLUMNS: Readonly<
  Record<Progression, { readonly name: string; readonly title: Bilingual }>
> = {
  growth: {
    name: 'pd_by_growth',
    title: { fr: 'progression des cibles', en: 'progression of the targets' },
  },
  new_lesion: {
    name: 'pd_by_new_lesion',
    title: { fr: 'progression par une nouvelle lésion', en: 'progression by a new lesion' },
  },
  burden: {
    name: 'pd_by_burden',
    title: {
      fr: 'progression de la somme de toutes les lésions mesurées',
      en: 'progression of the sum of all measured lesions',
    },
  },
  return: {
    name: 'pd_after_cr',
    title: {
      fr: 'progression : lésion réapparue après une réponse complète',
      en: 'progression: a lesion back after a complete response',
    },
  },
  judgement: {
    name: 'pd_by_judgement',
    title: { fr: 'progression de l’avis du lecteur', en: 'progression in the reader’s judgement' },
  },
};

const count = (name: string, title: Bilingual, is: (followUp: FollowUp) => boolean) =>
  integer(name, title, ({ followUps }: RecistRow) => followUps.filter(is).length);

/** What is counted at the time point: each follow-up has one response, and may have several reasons. */
const countColumns: readonly ColumnDefinition<RecistRow>[] = [
  ...RESPONSES.map((name) => count(name, RESPONSE_TITLES[name], ({ response }) => response === name)),
  count('ne', { fr: 'non évaluable', en: 'not evaluable' }, ({ response }) => response === null),
  ...STABILITIES.map((name) =>
    count(`sd_${name}`, STABILITY_TITLES[name], ({ stability }) => stability === name),
  ),
  ...PROGRESSIONS.map((reason) => {
    const { name, title } = PROGRESSION_COLUMNS[reason];
    return count(name, title, ({ progressions }) => progressions.has(reason));
  }),
  count(
    'new_lesion_unclear',
    { fr: 'nouvelle lésion ou non : comptes manquants', en: 'new lesion or not: counts are missing' },
    ({ newLesionUnclear }) => newLesionUnclear,
  ),
  count(
    'more_lesions_counted',
    {
      fr: 'plus de lésions comptées que jamais, sans progression',
      en: 'more lesions counted than ever before, without progression',
    },
    ({ moreLesionsCounted }) => moreLesionsCounted,
  ),
  count(
    'target_too_small',
    {
      fr: 'cible présente, trop petite pour être mesurée (5 mm)',
      en: 'a target present, too small to measure (5 mm)',
    },
    ({ tooSmall }) => tooSmall,
  ),
];

/** A mean over patients: each one's is the mean over his follow-ups. The mean of one patient would be his own course. */
const meanOf =
  (read: (followUp: CompleteFollowUp) => number) =>
  ({ complete }: RecistRow): Figure => {
    if (complete.length === 1) return missing('too_few_patients');
    return mean(complete.map((own) => own.reduce((sum, each) => sum + read(each), 0) / own.length));
  };

/**
 * RECIST 1.1 with each modality and sequence: how many follow-ups have each response, by its own scans. A follow-up is
 * not evaluable where a target is not and nothing else decides; a patient without a lesion of 10 mm on the method's first
 * scan has no target there. Sums, nadir and change are means over patients, and need two: whose they are is not published.
 */
export function recistTable(courses: readonly AssessedCourse[]): ComputedTable {
  return resultTable<RecistRow>(
    'recist',
    {
      fr: 'RECIST 1.1 par modalité et par séquence',
      en: 'RECIST 1.1 by modality and sequence',
    },
    [
      methodColumn,
      ...timePointColumns,
      integer(
        'n_patients',
        {
          fr: 'patients suivis avec cible (10 mm ou plus au premier examen)',
          en: 'patients followed with a target (10 mm or more on the first scan)',
        },
        (row) => row.patients,
      ),
      integer(
        'n_patients_without_target',
        { fr: 'patients suivis sans cible', en: 'patients followed without a target' },
        (row) => row.withoutTarget,
      ),
      integer(
        'n_follow_ups',
        { fr: 'suivis de patients avec cible', en: 'follow-ups of patients with a target' },
        (row) => row.followUps.length,
      ),
      ...countColumns,
      integer(
        'n_sums',
        { fr: 'suivis avec somme complète', en: 'follow-ups with a complete sum' },
        (row) => row.complete.flat().length,
      ),
      integer(
        'n_patients_with_sum',
        { fr: 'patients avec somme complète', en: 'patients with a complete sum' },
        (row) => row.complete.length,
      ),
      ...withReason<RecistRow>('sums', { fr: 'sommes', en: 'sums' }, [
        figure(
          'baseline_sum_mean',
          { fr: 'somme initiale, moyenne des patients', en: 'sum at baseline, mean over patients' },
          meanOf(({ baselineSum }) => baselineSum / MILLIMETRES.parts),
          'mm',
        ),
        figure(
          'nadir_mean',
          {
            fr: 'nadir avant ce suivi, moyenne des patients',
            en: 'nadir before this follow-up, mean over patients',
          },
          meanOf(({ nadir }) => nadir / MILLIMETRES.parts),
          'mm',
        ),
        figure(
          'sum_mean',
          { fr: 'somme au suivi, moyenne des patients', en: 'sum at follow-up, mean over patients' },
          meanOf(({ sum }) => sum / MILLIMETRES.parts),
          'mm',
        ),
        figure(
          'change_mean',
          {
            fr: 'variation depuis l’examen initial, moyenne des patients',
            en: 'change from baseline, mean over patients',
          },
          meanOf(({ sum, baselineSum }) => (100 * (sum - baselineSum)) / baselineSum),
          '%',
        ),
      ]),
    ],
    recistRows(courses),
  );
}
