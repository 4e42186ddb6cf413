import type { Titles } from '#shared/language.ts';
import { oneOf, wholeNumber, yesNo } from './column-kinds.ts';
import { defineTable, optional, type RowOf, required } from './table.ts';

/** What a reader is. */
export const READER_ROLES = {
  radiologist: { fr: 'radiologue', en: 'radiologist' },
  fellow: { fr: 'chef de clinique', en: 'fellow' },
  resident: { fr: 'interne', en: 'resident' },
  other: { fr: 'autre', en: 'other' },
} as const satisfies Titles;

/** `readers.csv`: one row per reader of the centre. */
export const READERS = defineTable({
  name: 'readers',
  title: { fr: 'lecteurs', en: 'readers' },
  rowIs: { fr: 'un lecteur du centre', en: 'one reader of the centre' },
  isOptional: true,
  keyColumns: ['reader'],
  columns: [
    // Not blank, as it may be elsewhere: here it says who the row is about.
    required('reader', wholeNumber({ from: 1, to: 9 }), {
      fr: 'lecteur, par le numéro qu’il a dans pairs et lesions',
      en: 'reader, by the number in pairs and lesions',
    }),
    optional('role', oneOf(READER_ROLES), { fr: 'fonction', en: 'role' }),
    optional('years_of_experience', wholeNumber({ from: 0, to: 60 }), {
      fr: 'expérience en imagerie (années, internat compris)',
      en: 'experience in imaging (years, residency included)',
    }),
    optional('blinded', yesNo, {
      fr: 'lit sans connaître la clinique ni les autres lectures',
      en: 'reads without knowing the clinical data or other readings',
    }),
  ],
});

export type ReaderRow = RowOf<typeof READERS.columns>;
