import { element } from '#shared/result-report/page/html.ts';
import { bilingualPassage } from '#shared/result-report/page/passages.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { answer as answers, QUESTION } from '#shared/result-report/sentences/answer.ts';

/** What was asked, and what is answered. */
export const answer = (result: PublishedResult): Section => ({
  id: 'answer',
  title: { fr: 'La question et la réponse', en: 'The question and the answer' },
  content: element(
    'div',
    { class: 'answer' },
    bilingualPassage(QUESTION, 'p', { class: 'question' }),
    element(
      'ol',
      null,
      answers(result).map((passage) => element('li', null, bilingualPassage(passage, 'span'))),
    ),
  ),
});
