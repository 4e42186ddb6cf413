import type { Titles } from '#shared/language.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';

/** What each setting of the study decides, in a few words; `docs/SETTINGS.md` says it in full. */
export const SETTING_TITLES: Titles<keyof StudySettings> = {
  boardPeriod: { fr: 'période des RCP', en: 'period of the boards' },
  longestIntervalMonths: {
    fr: 'TDM et IRM d’un couple : à moins de tant de mois',
    en: 'CT and MRI of a pair: less than so many months apart',
  },
  smallestLesionMillimetres: {
    fr: 'une lésion est mesurée à partir de (mm)',
    en: 'a lesion is measured from (mm)',
  },
  mostLesionsMeasured: {
    fr: 'lésions mesurées par couple, au plus',
    en: 'lesions measured of a pair, at most',
  },
  fewestPatientsShown: {
    fr: 'un centre est montré seul à partir de tant de patients',
    en: 'a centre is shown by itself from so many patients on',
  },
  fewestCentresPooled: {
    fr: 'les centres sont mis en commun à partir de tant de groupes',
    en: 'centres are pooled from so many groups on',
  },
  significanceShown: { fr: 'les p sont publiés', en: 'p-values are published' },
  pointsPublished: {
    fr: 'couples, lésions et patients sont publiés un par un, sous des numéros tirés au sort',
    en: 'pairs, lesions and patients are published one by one, under numbers drawn anew',
  },
};
