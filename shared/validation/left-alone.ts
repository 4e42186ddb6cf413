import { type Bilingual, counted } from '#shared/language.ts';

/** The tables whose rows each belong to one of another table. */
export type DependentTable = 'pairs' | 'lesions' | 'visibility';

/** How many pairs are left without their patient, or lesions without their pair. */
export const leftAlone = (rows: number, table: DependentTable): Bilingual =>
  table === 'pairs'
    ? counted(
        rows,
        { fr: 'couple reste sans son patient', en: 'pair is left without its patient' },
        { fr: 'couples restent sans leur patient', en: 'pairs are left without their patient' },
      )
    : table === 'lesions'
      ? counted(
          rows,
          { fr: 'lésion reste sans son couple', en: 'lesion is left without its pair' },
          { fr: 'lésions restent sans leur couple', en: 'lesions are left without their pair' },
        )
      : counted(
          rows,
          {
            fr: 'lésion de visibility reste sans son couple',
            en: 'lesion of visibility is left without its pair',
          },
          {
            fr: 'lésions de visibility restent sans leur couple',
            en: 'lesions of visibility are left without their pair',
          },
        );
