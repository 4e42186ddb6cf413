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

export const passageText = ({ fr, en }: BilingualPassage): Bilingual => ({
  fr: textOf(fr, 'fr'),
  en: textOf(en, 'en'),
});
