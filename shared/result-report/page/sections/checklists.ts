import type { Bilingual } from '#shared/language.ts';
import {
  answerParts,
  answerWhereListed,
  type Checklist,
  type ChecklistItem,
} from '#shared/result-report/checklists/checklist.ts';
import { CHECKLISTS } from '#shared/result-report/checklists/checklists.ts';
import { bilingual, inEachLanguage, type PageLanguage } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { plainTable } from '#shared/result-report/page/tables/plain-table.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { listsLesions } from '#shared/result-report/sentences/listed-tables.ts';
import { inFrenchType } from '#shared/typography.ts';

/** For who writes a paper: where each item of STARD and of GRRAS is answered. */
export const checklists = (result: PublishedResult): Section => ({
  id: 'checklists',
  title: { fr: 'STARD et GRRAS', en: 'STARD and GRRAS' },
  content: [
    bilingualWords({
      fr: 'Chaque point, et le tableau, la colonne, le réglage ou la page qui y répond. Sans réponse ici : les données ne le disent pas, et l’article doit le dire.',
      en: 'Each item, and the table, column, setting or page that answers it. Not answered here: the data cannot say it, the paper must.',
    }),
    CHECKLISTS.map(({ list }) => listElement(result, list)),
  ],
});

const bilingualWords = (words: Readonly<Record<PageLanguage, string>>): Content =>
  inEachLanguage('p', (language) => (language === 'fr' ? inFrenchType(words.fr) : words.en));

const listElement = (result: PublishedResult, { name, title, introduction, items }: Checklist): Content => [
  element('h3', null, bilingual(title)),
  bilingualWords(introduction),
  element(
    'div',
    { class: 'checklist' },
    plainTable({
      id: `${name.toLowerCase()}-items`,
      caption: title,
      headings: [
        { fr: 'point', en: 'item' },
        { fr: 'demande', en: 'asks for' },
        { fr: 'a sa réponse dans', en: 'answered by' },
      ],
      rows: items.map((item) => [
        item.item,
        bilingual(item.asks),
        inEachLanguage('span', (language) => answerIn(result, answerOf(result, item)[language], language)),
      ]),
    }),
  ),
];

/** Of a study that lists no lesions, no word on what lists would answer. */
const answerOf = (result: PublishedResult, item: ChecklistItem): Bilingual =>
  listsLesions(result) ? answerWhereListed(item) : item.answeredBy;

/** Names of tables and of their columns lead to the table, where the result has it. */
const answerIn = ({ tables }: PublishedResult, answer: string, language: PageLanguage): Content =>
  answerParts(answer).map((part) => {
    if (part.kind === 'words') {
      const words = part.text.replaceAll('*', '');
      return language === 'fr' ? inFrenchType(words) : words;
    }
    if (part.kind === 'link') return linkIn(part.text, part.path);
    const table = part.text.split(/[.:]/)[0] ?? '';
    const code = element('code', null, part.text);
    return tables.some(({ name }) => name === table) ? element('a', { href: `#table-${table}` }, code) : code;
  });

/** A page of the repository, which the report does not bring: by its path, with what it is where the path does not say. */
function linkIn(text: string, path: string): Content {
  const file = path.replace(/^\.\.\//, '').replace(/#.*/, '');
  const code = element('code', null, file);
  return file.endsWith(text) ? code : [text, ' (', code, ')'];
}
