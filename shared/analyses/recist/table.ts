import { MILLIMETRES } from '#shared/publication/column-groups.ts';
import { figure, withReason } from '#shared/publication/figure-columns.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { mean } from '#shared/statistics/descriptives.ts';
import { type Figure, missing } from '#shared/statistics/figure.ts';
import type { FollowUp } from './assessment.ts';
import { type AssessedCourse, followUpsAt, type TimePoint, timePoints } from './follow-ups.ts';
import { METHODS, RECIST_METHODS, type RecistMethodName } from './methods.ts';
import type { Growth, Response } from './response.ts';
import { timePointColumn } from './time-point-column.ts';

interface RecistRow {
  readonly method: RecistMethodName;
  readonly timePoint: TimePoint['name'];
  readonly patients: number;
  readonly withoutTarget: number;
  readonly followUps: readonly FollowUp[];
  /** Those of which every target was measured, with their sum in tenths of a millimetre. */
  readonly complete: readonly CompleteFollowUp[];
  /** How many patients these are of. */
  readonly completePatients: number;
}

type CompleteFollowUp = FollowUp & { readonly sum: number };

const RESPONSE_TITLES: Record<Response, { readonly fr: string; readonly en: string }> = {
  cr: { fr: 'réponse complète', en: 'complete response' },
  pr: { fr: 'réponse partielle', en: 'partial response' },
  sd: { fr: 'maladie stable', en: 'stable disease' },
  pd: { fr: 'progression', en: 'progressive disease' },
};

const isComplete = (followUp: FollowUp): followUp is CompleteFollowUp => followUp.sum !== null;

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
  const rows = RECIST_METHODS.flatMap((method) =>
    timePoints(courses).map((timePoint): RecistRow => {
      const patients = followUpsAt(courses, method, timePoint);
      const complete = patients.map((own) => (own ?? []).filter(isComplete));
      return {
        method: method.name,
        timePoint: timePoint.name,
        patients: patients.filter((own) => own !== null).length,
        withoutTarget: patients.filter((own) => own === null).length,
        followUps: patients.flatMap((own) => own ?? []),
        complete: complete.flat(),
        completePatients: complete.filter((own) => own.length > 0).length,
      };
    }),
  );
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
    rows,
  );
}
