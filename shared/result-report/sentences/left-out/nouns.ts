import { FOLLOW_UPS, LESIONS, type Noun, PAIRS, PATIENTS } from '#shared/result-report/sentences/parts.ts';

const READINGS: Noun = {
  one: { fr: 'lecture', en: 'reading' },
  many: { fr: 'lectures', en: 'readings' },
};

/** What the rows of a table count, by the code of its unit. */
export const NOUNS: Readonly<Record<string, Noun>> = {
  patients: PATIENTS,
  pairs: PAIRS,
  lesions: LESIONS,
  readings: READINGS,
  follow_ups: FOLLOW_UPS,
};
