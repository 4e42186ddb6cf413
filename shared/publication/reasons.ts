import type { Titles } from '#shared/language.ts';
import { REASON_TITLES } from '#shared/statistics/reason-titles.ts';

/** Why a cell of a published table is blank: the reasons of the statistics, and those of the tables themselves. */
export const REASONS = {
  ...REASON_TITLES,
  too_many_patients: {
    fr: 'trop de patients pour les tirages ; voir l’intervalle CR2',
    en: 'too many patients to redraw; see the CR2 interval',
  },
  more_seen_than_present: {
    fr: 'la séquence voit plus de métastases que l’IRM totale n’en compte',
    en: 'the sequence sees more metastases than the MRI total holds',
  },
  not_applicable: { fr: 'sans objet pour cette ligne', en: 'does not apply to this row' },
  not_pooled: { fr: 'seulement pour l’ensemble des centres', en: 'for the pooled row only' },
} as const satisfies Titles;
export type ReasonCode = keyof typeof REASONS;
