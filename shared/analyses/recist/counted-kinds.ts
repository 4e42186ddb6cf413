import type { Bilingual, Titles } from '#shared/language.ts';
import type { FollowUp } from './assessment.ts';
import {
  PROGRESSIONS,
  type Progression,
  RESPONSE_TITLES,
  RESPONSES,
  STABILITIES,
  type Stability,
} from './response.ts';

/** What is counted of the follow-ups at a time point. */
export interface CountedKind {
  readonly name: string;
  readonly title: Bilingual;
  readonly is: (followUp: FollowUp) => boolean;
}

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

/** Each follow-up has one response, and may have several reasons. */
export const COUNTED_KINDS: readonly CountedKind[] = [
  ...RESPONSES.map((name) => ({
    name,
    title: RESPONSE_TITLES[name],
    is: ({ response }: FollowUp) => response === name,
  })),
  {
    name: 'ne',
    title: { fr: 'non évaluable', en: 'not evaluable' },
    is: ({ response }) => response === null,
  },
  ...STABILITIES.map((name) => ({
    name: `sd_${name}`,
    title: STABILITY_TITLES[name],
    is: ({ stability }: FollowUp) => stability === name,
  })),
  ...PROGRESSIONS.map((reason) => ({
    ...PROGRESSION_COLUMNS[reason],
    is: ({ progressions }: FollowUp) => progressions.has(reason),
  })),
  {
    name: 'new_lesion_unclear',
    title: { fr: 'nouvelle lésion ou non : comptes manquants', en: 'new lesion or not: counts are missing' },
    is: ({ newLesionUnclear }) => newLesionUnclear,
  },
  {
    name: 'more_lesions_counted',
    title: {
      fr: 'plus de lésions comptées que jamais, sans progression',
      en: 'more lesions counted than ever before, without progression',
    },
    is: ({ moreLesionsCounted }) => moreLesionsCounted,
  },
  {
    name: 'target_too_small',
    title: {
      fr: 'cible présente, trop petite pour être mesurée (5 mm)',
      en: 'a target present, too small to measure (5 mm)',
    },
    is: ({ tooSmall }) => tooSmall,
  },
];
