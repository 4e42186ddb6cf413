import { daysPastLimit } from '#shared/protocol/pair-interval.ts';
import { BOARD_PERIOD } from '#shared/protocol/study-period.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import { eachThat, type Rule, type Sifted, sift } from './sift.ts';
import { firstReadings, type Reading, type ScreenedPatient, type Study } from './study.ts';

/** Who enters the study: the thesis's inclusion and exclusion rules (lines 1011–1036), in its order. */
export const EXCLUSIONS = [
  {
    reason: 'board_date_outside_period',
    title: { fr: 'RCP hors de la période 2016–2021', en: 'board date outside 2016–2021' },
    excludes: ({ board_date }) =>
      board_date !== null && (board_date < BOARD_PERIOD.from || board_date > BOARD_PERIOD.to),
  },
  {
    reason: 'not_histologically_proven',
    title: { fr: 'pas de preuve histologique', en: 'not histologically proven' },
    excludes: (patient) => !patient.histologically_proven,
  },
  {
    reason: 'extra_digestive_origin',
    title: { fr: 'origine extra-digestive', en: 'extra-digestive origin' },
    excludes: (patient) => patient.primary_site === 'extra_digestive',
  },
  {
    reason: 'no_known_liver_metastases',
    title: { fr: 'métastases hépatiques absentes ou non connues', en: 'no or unknown liver metastases' },
    excludes: (patient) => patient.liver_metastases !== 'present',
  },
  {
    reason: 'metastases_not_on_images',
    title: { fr: 'métastases non visibles sur les images', en: 'metastases not on the images' },
    excludes: (patient) => patient.metastases_on_images !== true,
  },
  {
    reason: 'no_pair_with_complete_protocol',
    title: { fr: 'aucun couple au protocole complet', en: 'no pair with the complete protocol' },
    keeps: eachThat(({ pair }) => pair.protocol_complete),
  },
  {
    reason: 'interval_of_three_months_or_more',
    title: { fr: 'intervalle de trois mois ou plus', en: 'interval of three calendar months or more' },
    keeps: eachThat(({ pair }) => withinInterval(pair)),
  },
] as const satisfies readonly Rule[];

export type ExclusionReason = (typeof EXCLUSIONS)[number]['reason'];

/** The two scans lie under three calendar months apart, whichever came first. */
const withinInterval = (pair: PairRow): boolean => daysPastLimit(pair) < 0;

/** What the rules make of a patient and of the first reader's readings of his pairs. */
export const siftScreened = (screened: ScreenedPatient): Sifted<ExclusionReason> =>
  sift<ExclusionReason>(EXCLUSIONS, screened.patient, firstReadings(screened));

/** The first reason to leave a patient out, or undefined for an included patient. */
export const exclusionOf = (screened: ScreenedPatient): ExclusionReason | undefined =>
  siftScreened(screened).reason;

/** An included patient with the first reader's readings of the pairs that qualify. */
export interface IncludedPatient {
  readonly screened: ScreenedPatient;
  readonly readings: readonly Reading[];
}

export function includedPatients(study: Study): readonly IncludedPatient[] {
  return study.patients.flatMap((screened) => {
    const { reason, kept } = siftScreened(screened);
    return reason === undefined ? [{ screened, readings: kept }] : [];
  });
}
