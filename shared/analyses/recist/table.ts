import type { Titles } from '#shared/language.ts';
import { MILLIMETRES } from '#shared/publication/column-groups.ts';
import { figure, withReason } from '#shared/publication/figure-columns.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { mean } from '#shared/statistics/descriptives.ts';
import { type Figure, missing } from '#shared/statistics/figure.ts';
import type { AssessedCourse } from './follow-ups.ts';
import { METHODS } from './methods.ts';
import type { Growth, Response } from './response.ts';
import { type CompleteFollowUp, type RecistRow, recistRows } from './rows.ts';
import { timePointColumn } from './time-point-column.ts';

const RESPONSE_TITLES: Titles<Response> = {
  cr: { fr: 'réponse complète', en: 'complete response' },
  pr: { fr: 'réponse partielle', en: 'partial response' },
  sd: { fr: 'maladie stable', en: 'stable disease' },
  pd: { fr: 'progression', en: 'progressive disease' },
};

const meanOf =
  (read: (followUp: CompleteFollowUp) => number) =>
  // The mean of one patient is his own course.
  ({ complete, completePatients }: RecistRow): Figure =>
    completePatients === 1 ? missing('too_few_patients') : mean(complete.map(read));

/**
 * RECIST 1.1 with each modality and sequence: how many follow-ups fall into each category. A follow-up is not
 * evaluable where a target was not measured and nothing else decides; a patient without a lesion of 10 mm on the
 * method at baseline has no target there. On a modality a target is followed on the sequence that showed it largest.
 * Sums, nadir and change are means over follow-ups, and need two patients: whose they are is not published.
 */
export function recistTable(courses: readonly AssessedCourse[]): ComputedTable {
  const responses = (response: Response | null) => (row: RecistRow) =>
    row.followUps.filter((followUp) => followUp.response === response).length;
  const growths = (growth: Growth | null) => (row: RecistRow) =>
    row.followUps.filter((followUp) => followUp.growth === growth).length;
  const response = (name: Response) => integer(name, RESPONSE_TITLES[name], responses(name));
  return resultTable<RecistRow>(
    'recist',
    {
      fr: 'RECIST 1.1 par modalité et par séquence',
      en: 'RECIST 1.1 by modality and sequence',
    },
    [
      coded(
        'method',
        { fr: 'modalité ou séquence', en: 'modality or sequence' },
        METHODS,
        ({ method }) => method,
      ),
      timePointColumn,
      integer(
        'n_patients',
        { fr: 'patients avec cible', en: 'patients with a target' },
        (row) => row.patients,
      ),
      integer(
        'n_patients_without_target',
        { fr: 'patients sans cible', en: 'patients without a target' },
        (row) => row.withoutTarget,
      ),
      integer('n_follow_ups', { fr: 'suivis', en: 'follow-ups' }, (row) => row.followUps.length),
      response('cr'),
      response('pr'),
      response('sd'),
      response('pd'),
      integer('ne', { fr: 'non évaluable', en: 'not evaluable' }, responses(null)),
      integer(
        'pd_by_growth',
        { fr: 'progression des cibles', en: 'progression of the targets' },
        (row) => row.followUps.filter(({ grown }) => grown).length,
      ),
      integer(
        'pd_by_new_lesion',
        { fr: 'progression par une nouvelle lésion', en: 'progression by a new lesion' },
        (row) => row.followUps.filter(({ newLesion }) => newLesion).length,
      ),
      integer('not_growing', { fr: 'cibles sans croissance', en: 'targets not growing' }, growths('none')),
      integer(
        'slow_progression',
        { fr: 'progression lente (≤ 20 % en 12 mois)', en: 'slow progression (≤ 20 % in 12 months)' },
        growths('slow'),
      ),
      integer('faster_progression', { fr: 'croissance plus rapide', en: 'faster growth' }, growths('faster')),
      integer(
        'growth_not_evaluable',
        { fr: 'croissance non évaluable', en: 'growth not evaluable' },
        growths(null),
      ),
      integer(
        'n_sums',
        { fr: 'suivis avec somme complète', en: 'follow-ups with a complete sum' },
        (row) => row.complete.length,
      ),
      ...withReason<RecistRow>('sums', { fr: 'sommes', en: 'sums' }, [
        figure(
          'baseline_sum_mean',
          { fr: 'somme initiale, moyenne', en: 'sum at baseline, mean' },
          meanOf(({ baselineSum }) => baselineSum / MILLIMETRES.parts),
          'mm',
        ),
        figure(
          'nadir_mean',
          { fr: 'nadir avant ce suivi, moyenne', en: 'nadir before this follow-up, mean' },
          meanOf(({ nadir }) => nadir / MILLIMETRES.parts),
          'mm',
        ),
        figure(
          'sum_mean',
          { fr: 'somme au suivi, moyenne', en: 'sum at follow-up, mean' },
          meanOf(({ sum }) => sum / MILLIMETRES.parts),
          'mm',
        ),
        figure(
          'change_mean',
          { fr: 'variation depuis l’examen initial, moyenne', en: 'change from baseline, mean' },
          meanOf(({ sum, baselineSum }) => (100 * (sum - baselineSum)) / baselineSum),
          '%',
        ),
      ]),
    ],
    recistRows(courses),
  );
}
