import { addMonths } from '#shared/calendar.ts';
import type { Bilingual } from '#shared/language.ts';
import { BOARD_PERIOD, PAIR_INTERVAL_MONTHS } from '#shared/protocol/study-period.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import { firstReadings, type Reading, type ScreenedPatient, type Study } from './study.ts';

/**
 * Who enters the study: the thesis's inclusion and exclusion rules (lines 1011–1036), in its order.
 * A patient is left out for the first reason that applies.
 */
interface Exclusion {
  readonly reason: string;
  readonly title: Bilingual;
  readonly applies: (screened: ScreenedPatient) => boolean;
}

export const EXCLUSIONS = [
  {
    reason: 'board_date_outside_period',
    title: { fr: 'RCP hors de la période 2016–2021', en: 'board date outside 2016–2021' },
    applies: ({ patient: { board_date } }) =>
      board_date !== null && (board_date < BOARD_PERIOD.from || board_date > BOARD_PERIOD.to),
  },
  {
    reason: 'not_histologically_proven',
    title: { fr: 'pas de preuve histologique', en: 'not histologically proven' },
    applies: ({ patient }) => !patient.histologically_proven,
  },
  {
    reason: 'extra_digestive_origin',
    title: { fr: 'origine extra-digestive', en: 'extra-digestive origin' },
    applies: ({ patient }) => patient.primary_site === 'extra_digestive',
  },
  {
    reason: 'no_known_liver_metastases',
    title: { fr: 'métastases hépatiques absentes ou non connues', en: 'no or unknown liver metastases' },
    applies: ({ patient }) => patient.liver_metastases !== 'present',
  },
  {
    reason: 'metastases_not_on_images',
    title: { fr: 'métastases non visibles sur les images', en: 'metastases not on the images' },
    applies: ({ patient }) => patient.metastases_on_images !== true,
  },
  {
    reason: 'no_pair_with_complete_protocol',
    title: { fr: 'aucun couple au protocole complet', en: 'no pair with the complete protocol' },
    applies: (screened) => !firstReadings(screened).some(({ pair }) => pair.protocol_complete),
  },
  {
    reason: 'interval_of_three_months_or_more',
    title: { fr: 'intervalle de trois mois ou plus', en: 'interval of three calendar months or more' },
    applies: (screened) => !firstReadings(screened).some(qualifies),
  },
] as const satisfies readonly Exclusion[];

export type ExclusionReason = (typeof EXCLUSIONS)[number]['reason'];

/** The two scans lie under three calendar months apart, whichever came first. */
export function withinInterval({ ct_date, mri_date }: PairRow): boolean {
  const [first, second] = ct_date < mri_date ? [ct_date, mri_date] : [mri_date, ct_date];
  return second < addMonths(first, PAIR_INTERVAL_MONTHS);
}

/** A pair that the study can use: the whole protocol, both scans close enough in time. */
const qualifies = ({ pair }: Reading): boolean => pair.protocol_complete && withinInterval(pair);

/** The first reason to leave a patient out, or undefined for an included patient. */
export const exclusionOf = (screened: ScreenedPatient): ExclusionReason | undefined =>
  EXCLUSIONS.find(({ applies }) => applies(screened))?.reason;

/** An included patient with the first reader's readings of the pairs that qualify. */
export interface IncludedPatient {
  readonly screened: ScreenedPatient;
  readonly readings: readonly Reading[];
}

export function includedPatients(study: Study): readonly IncludedPatient[] {
  return study.patients
    .filter((screened) => exclusionOf(screened) === undefined)
    .map((screened) => ({ screened, readings: firstReadings(screened).filter(qualifies) }));
}
