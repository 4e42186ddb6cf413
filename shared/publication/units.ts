import { type CodeOf, entriesOf, vocabulary } from './vocabulary.ts';

/** What a row's number of things, or its figures, are in, where that differs from row to row. */
export const UNITS = vocabulary(
  'unit',
  entriesOf({
    patients: { fr: 'patients', en: 'patients' },
    pairs: { fr: 'couples', en: 'pairs' },
    readings: { fr: 'lectures', en: 'readings' },
    follow_ups: { fr: 'suivis', en: 'follow-ups' },
    lesions: { fr: 'lésions', en: 'lesions' },
    metastases: { fr: 'métastases', en: 'metastases' },
    mm: { fr: 'millimètres', en: 'millimetres' },
    years: { fr: 'années', en: 'years' },
    percent: { fr: 'pour cent', en: 'per cent' },
    mgy_cm: { fr: 'mGy·cm', en: 'mGy·cm' },
    days: { fr: 'jours', en: 'days' },
  }),
);
export type Unit = CodeOf<typeof UNITS>;
