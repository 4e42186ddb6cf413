import type { Bilingual } from '#shared/language.ts';
import { SETTING_BOUNDS, type StudySettings, THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';

type Counted = keyof typeof SETTING_BOUNDS;

/** `give <what>, from 1 to 12, for example 3`, with the setting's own bounds and the thesis's value. */
function wholeNumber(name: Counted, fr: string, en: string): Bilingual {
  const { from, to } = SETTING_BOUNDS[name];
  const example = THESIS_SETTINGS[name];
  return {
    fr: `donner ${fr}, un nombre entier de ${from} à ${to}, par exemple ${example}`,
    en: `give ${en}, a whole number from ${from} to ${to}, for example ${example}`,
  };
}

/** What to write for each of the study's settings, where what stands there cannot be used. */
export const SETTING_REMEDIES: Readonly<Record<keyof StudySettings, Bilingual>> = {
  boardPeriod: {
    fr: 'donner le premier et le dernier jour des RCP, le dernier pas avant le premier, par exemple « {"from": "2016-01-01", "to": "2021-12-31"} », ou null comme dernier jour d’une étude qui continue ; en ligne de commande « -c boardPeriod=2016-01-01/2021-12-31 » ou « -c boardPeriod=2016-01-01/ »',
    en: 'give the first and the last day of the boards, the last not before the first, for example {"from": "2016-01-01", "to": "2021-12-31"}, or null as the last day of a study that goes on; on the command line "-c boardPeriod=2016-01-01/2021-12-31" or "-c boardPeriod=2016-01-01/"',
  },
  longestIntervalMonths: wholeNumber(
    'longestIntervalMonths',
    'le nombre de mois au-dessous duquel doit rester l’intervalle entre TDM et IRM d’un couple',
    'the number of months that the interval between the CT and the MRI of a pair has to stay under',
  ),
  smallestLesionMillimetres: wholeNumber(
    'smallestLesionMillimetres',
    'le diamètre en millimètres à partir duquel une lésion se mesure',
    'the diameter in millimetres from which on a lesion is measured',
  ),
  mostLesionsMeasured: wholeNumber(
    'mostLesionsMeasured',
    'le nombre de lésions mesurées au plus par couple et lecteur',
    'the number of lesions measured at most of a pair by a reader',
  ),
  fewestPatientsShown: wholeNumber(
    'fewestPatientsShown',
    'le nombre de patients à partir duquel un centre est montré seul',
    'the number of patients from which on a centre is shown by itself',
  ),
  fewestCentresPooled: wholeNumber(
    'fewestCentresPooled',
    'le nombre de centres à partir duquel leurs effets sont réunis',
    'the number of centres from which on their effects are pooled',
  ),
  significanceShown: {
    fr: 'donner true pour publier les p, ou false pour ne pas les publier',
    en: 'give true to publish p-values, or false not to publish them',
  },
  pointsPublished: {
    fr: 'donner true pour publier les points un à un, ou false pour ne pas les publier',
    en: 'give true to publish points one by one, or false not to publish them',
  },
};
