import { bilingual } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';
import { bilingualPassage } from '#shared/result-report/page/passages.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { doubtful as doubts, leftOut } from '#shared/result-report/sentences/left-out.ts';

/** What was left out of the analyses, and what is in them and doubtful. */
export const doubtful = (result: PublishedResult): Section => ({
  id: 'doubtful',
  title: { fr: 'Écarté ou douteux', en: 'Left out, or doubtful' },
  content: [
    element('h3', null, bilingual({ fr: 'Écarté', en: 'Left out' })),
    listOf(leftOut(result)),
    element('h3', null, bilingual({ fr: 'Douteux', en: 'Doubtful' })),
    listOf(doubts(result)),
    sourceTables(result, ['flow', 'quality']),
  ],
});

const listOf = (passages: readonly BilingualPassage[]): Content =>
  element(
    'ul',
    null,
    passages.map((passage) => element('li', null, bilingualPassage(passage, 'span'))),
  );
