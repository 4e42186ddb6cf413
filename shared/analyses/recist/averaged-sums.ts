import type { Bilingual } from '#shared/language.ts';
import { MILLIMETRES } from '#shared/publication/column-groups.ts';
import type { FollowUp } from './assessment.ts';

/** A follow-up of which every target is evaluable. */
export type CompleteFollowUp = FollowUp & { readonly sum: number };

export const isComplete = (followUp: FollowUp): followUp is CompleteFollowUp => followUp.sum !== null;

/** A figure of complete follow-ups whose mean over patients is published. */
export interface AveragedSum {
  readonly name: string;
  readonly title: Bilingual;
  readonly unit: string;
  readonly of: (followUp: CompleteFollowUp) => number;
}

export const AVERAGED_SUMS: readonly AveragedSum[] = [
  {
    name: 'baseline_sum_mean',
    title: { fr: 'somme initiale, moyenne des patients', en: 'sum at baseline, mean over patients' },
    unit: 'mm',
    of: ({ baselineSum }) => baselineSum / MILLIMETRES.parts,
  },
  {
    name: 'nadir_mean',
    title: {
      fr: 'nadir avant ce suivi, moyenne des patients',
      en: 'nadir before this follow-up, mean over patients',
    },
    unit: 'mm',
    of: ({ nadir }) => nadir / MILLIMETRES.parts,
  },
  {
    name: 'sum_mean',
    title: { fr: 'somme au suivi, moyenne des patients', en: 'sum at follow-up, mean over patients' },
    unit: 'mm',
    of: ({ sum }) => sum / MILLIMETRES.parts,
  },
  {
    name: 'change_mean',
    title: {
      fr: 'variation depuis l’examen initial, moyenne des patients',
      en: 'change from baseline, mean over patients',
    },
    unit: '%',
    of: ({ sum, baselineSum }) => (100 * (sum - baselineSum)) / baselineSum,
  },
];
