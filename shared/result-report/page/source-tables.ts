import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { bilingual } from './bilingual-text.ts';
import { type Content, element } from './html.ts';

/** Links to the tables that a part of the page is made from, those that the result has. */
export function sourceTables({ tables }: PublishedResult, names: readonly string[]): Content {
  const found = names.filter((name) => tables.some((table) => table.name === name));
  if (found.length === 0) return null;
  return element(
    'p',
    { class: 'sources' },
    bilingual({ fr: 'En entier :', en: 'In full:' }),
    found.map((name) => [' ', element('a', { href: `#table-${name}` }, element('code', null, name))]),
  );
}
