import type { Bilingual, Titles } from '#shared/language.ts';
import { type BoardPeriod, periodName, wholeYears } from '#shared/protocol/board-period.ts';
import { type StudySettings, THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';
import { COUNTABLE, MEASURABLE } from '#shared/tables/pairs.ts';
import type { NotCountedReason, NotMeasuredReason } from './analyses.ts';
import type { ExclusionReason } from './eligibility.ts';

/** Why a rule leaves patients or pairs out. */
export type RuleReason = ExclusionReason | NotCountedReason | NotMeasuredReason;

/** The settings that titles of rules speak of. */
export type RuleSettings = Pick<
  StudySettings,
  'boardPeriod' | 'longestIntervalMonths' | 'smallestLesionMillimetres'
>;

/** Of every rule, in the order of the flow chart; where a rule has a limit, with the study's own. */
export const ruleTitles = ({
  boardPeriod,
  longestIntervalMonths,
  smallestLesionMillimetres,
}: RuleSettings): Titles<RuleReason> => ({
  board_date_outside_period: boardOutside(boardPeriod),
  not_histologically_proven: { fr: 'pas de preuve histologique', en: 'not histologically proven' },
  extra_digestive_origin: { fr: 'origine extra-digestive', en: 'extra-digestive origin' },
  no_known_liver_metastases: {
    fr: 'métastases hépatiques absentes ou non connues',
    en: 'no or unknown liver metastases',
  },
  metastases_not_on_images: {
    fr: 'métastases non visibles sur les images',
    en: 'metastases not on the images',
  },
  metastases_on_images_not_known: {
    fr: 'métastases visibles ou non sur les images : non connu',
    en: 'metastases on the images or not: not known',
  },
  origin_not_known: {
    fr: 'origine non connue, ni digestive ni autre',
    en: 'origin not known, digestive or other',
  },
  no_pair_sent: { fr: 'aucun couple envoyé', en: 'no pair was sent' },
  no_pair_of_first_reader: {
    fr: 'aucun couple lu par le premier lecteur',
    en: 'no pair read by the first reader',
  },
  no_pair_with_complete_protocol: {
    fr: 'aucun couple au protocole complet',
    en: 'no pair with the complete protocol',
  },
  interval_of_three_months_or_more: intervalTooLong(longestIntervalMonths),
  massive: COUNTABLE.massive,
  coalescent: COUNTABLE.coalescent,
  no_lesion_over_5_mm: noLesionLargeEnough(smallestLesionMillimetres),
  not_measurable: MEASURABLE.not_measurable,
  measurable_not_known: { fr: 'mesurable ou non : non connu', en: 'measurable or not: not known' },
  lesions_not_sent: {
    fr: 'mesurable, mais aucune mesure envoyée',
    en: 'measurable, but no measure was sent',
  },
  no_lesion_on_every_sequence: MEASURABLE.no_lesion_on_every_sequence,
});

function boardOutside(period: BoardPeriod): Bilingual {
  const years = wholeYears(period);
  const { fr, en } = periodName(period);
  return years === undefined
    ? { fr: `RCP hors de la période (${fr})`, en: `board date outside the period (${en})` }
    : { fr: `RCP hors de la période ${years}`, en: `board date outside ${years}` };
}

/** In letters, as the thesis has it, as far as they are short. */
const MONTHS: readonly Bilingual[] = [
  { fr: 'd’un', en: 'one' },
  { fr: 'de deux', en: 'two' },
  { fr: 'de trois', en: 'three' },
  { fr: 'de quatre', en: 'four' },
  { fr: 'de cinq', en: 'five' },
  { fr: 'de six', en: 'six' },
];

function intervalTooLong(months: number): Bilingual {
  const { fr, en } = MONTHS[months - 1] ?? { fr: `de ${months}`, en: String(months) };
  return {
    fr: `intervalle ${fr} mois ou plus`,
    en: `interval of ${en} calendar ${months === 1 ? 'month' : 'months'} or more`,
  };
}

/**
 * What a centre says by the word `no_lesion_over_5_mm`, which is named after the thesis's 5 mm and stays as it is: that
 * the pair has no lesion large enough for this study.
 */
const noLesionLargeEnough = (millimetres: number): Bilingual =>
  millimetres === THESIS_SETTINGS.smallestLesionMillimetres
    ? MEASURABLE.no_lesion_over_5_mm
    : {
        fr: `aucune lésion d’au moins ${millimetres} mm`,
        en: `no lesion of at least ${millimetres} mm`,
      };
