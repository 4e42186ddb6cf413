import type { Bilingual } from '#shared/language.ts';
import { textOf } from '#shared/mail/passage-text.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';

/** The same without the spaces that nobody sees, so that a test can be written with the keyboard. */
export const typed = (passage: BilingualPassage): Bilingual => ({
  fr: textOf(passage.fr, 'fr').replace(/[\u00a0\u202f]/g, ' '),
  en: textOf(passage.en, 'en').replace(/[\u00a0\u202f]/g, ' '),
});
