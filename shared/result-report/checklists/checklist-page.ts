import type { Bilingual } from '#shared/language.ts';
import { answerWhereListed, type Checklist, type ChecklistItem } from './checklist.ts';

/** A list as the page of the folder `docs` that bears its name: Markdown, French before English. */
export const checklistPage = (list: Checklist, about: Bilingual): string =>
  [
    `# ${list.title.en} / ${list.title.fr}`,
    `**FR** – ${about.fr}`,
    `**EN** – ${about.en}`,
    '## En français',
    list.introduction.fr,
    tableOf(list.items, 'fr', ['point', 'demande', 'a sa réponse dans']),
    '## In English',
    list.introduction.en,
    tableOf(list.items, 'en', ['item', 'asks for', 'answered by']),
  ]
    .join('\n\n')
    .concat('\n');

const tableOf = (
  items: readonly ChecklistItem[],
  language: keyof Bilingual,
  headings: readonly string[],
): string =>
  [
    `| ${headings.join(' | ')} |`,
    '|---|---|---|',
    ...items.map(
      (item) =>
        `| ${item.item} | ${item.asks[language]} | ${answerWhereListed(item)[language].replaceAll(/\{([^}]+)\}/g, '`$1`')} |`,
    ),
  ].join('\n');
