import { bilingual } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';
import { bilingualPassage } from '#shared/result-report/page/passages.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';
import { captionedTable } from '#shared/result-report/page/tables/captioned-table.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import {
  type Characteristic,
  who as characteristics,
  whoWords,
} from '#shared/result-report/sentences/who.ts';

/** The patients: the thesis's Table 3 as a paper prints it. */
export function who(result: PublishedResult): Section {
  const shown = characteristics(result);
  return {
    id: 'who',
    title: { fr: 'Qui', en: 'Who' },
    content: [
      bilingualPassage(whoWords(result)),
      shown.length === 0 ? null : tableOne(shown),
      sourceTables(result, ['population', 'population-sets', 'missing']),
    ],
  };
}

const tableOne = (shown: readonly Characteristic[]): Content =>
  captionedTable(
    {
      id: 'who-table',
      caption: {
        fr: 'Les patients inclus et leurs couples d’examens',
        en: 'The patients included and their pairs of scans',
      },
    },
    { class: 'characteristics' },
    element(
      'thead',
      null,
      element(
        'tr',
        null,
        element(
          'th',
          { scope: 'col', class: 'key' },
          bilingual({ fr: 'caractéristique', en: 'characteristic' }),
        ),
        element('th', { scope: 'col', class: 'key' }, bilingual({ fr: 'catégorie', en: 'category' })),
        element(
          'th',
          { scope: 'col', class: 't' },
          bilingual({ fr: 'nombre (%), ou valeur', en: 'number (%), or value' }),
        ),
      ),
    ),
    shown.map(({ title, lines }) =>
      element(
        'tbody',
        null,
        lines.map(({ label, value }, position) =>
          element(
            'tr',
            null,
            position > 0
              ? null
              : element(
                  'th',
                  lines.length === 1 ? { scope: 'row' } : { scope: 'rowgroup', rowspan: lines.length },
                  bilingual(title),
                ),
            element('th', { scope: 'row' }, bilingual(label)),
            element('td', { class: 't' }, bilingualPassage(value, 'span')),
          ),
        ),
      ),
    ),
  );
