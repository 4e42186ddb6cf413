import { type Bilingual, counted } from '#shared/language.ts';

/** How many pairs are left without their patient, or lesions without their pair. */
export const leftAlone = (rows: number, table: 'pairs' | 'lesions'): Bilingual =>
  table === 'pairs'
    ? counted(
        rows,
        { fr: 'couple reste sans son patient', en: 'pair is left without its patient' },
        { fr: 'couples restent sans leur patient', en: 'pairs are left without their patient' },
      )
    : counted(
        rows,
        { fr: 'lésion reste sans son couple', en: 'lesion is left without its pair' },
        { fr: 'lésions restent sans leur couple', en: 'lesions are left without their pair' },
      );
