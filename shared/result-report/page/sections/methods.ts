import { bilingualPassage } from '#shared/result-report/page/passages.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { methods as paragraph } from '#shared/result-report/sentences/methods.ts';

/** A paragraph that a paper can print, made from the study's settings. */
export const methods = (result: PublishedResult): Section => ({
  id: 'methods',
  title: { fr: 'Méthodes', en: 'Methods' },
  content: bilingualPassage(paragraph(result)),
});
