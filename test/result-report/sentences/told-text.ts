import type { Bilingual } from '#shared/language.ts';
import { shownFigure } from '#shared/presentation/shown-figure.ts';
import { type BilingualPassage, isCell, type Passage } from '#shared/result-report/passage.ts';

/** A passage as it is read. */
export const textOf = (passage: Passage, language: keyof Bilingual): string =>
  passage
    .map((part) => {
      if (typeof part === 'string') return part;
      return isCell(part) ? shownFigure(part.value, part.column, language) : part.shown[language];
    })
    .join('');

/** The same without the spaces that nobody sees, so that a test can be written with the keyboard. */
export const typed = (passage: BilingualPassage): Bilingual => ({
  fr: textOf(passage.fr, 'fr').replace(/[\u00a0\u202f]/g, ' '),
  en: textOf(passage.en, 'en').replace(/[\u00a0\u202f]/g, ' '),
});
