import type { Bilingual } from '#shared/language.ts';
import { bilingual, inEachLanguage } from '#shared/result-report/page/bilingual-text.ts';
import { element } from '#shared/result-report/page/html.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { fullTable } from '#shared/result-report/page/tables/full-table.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { listsLesions } from '#shared/result-report/sentences/listed-tables.ts';

/** Every published table: with all its cells, but for those of which the page holds a part. */
export const fullTables = (result: PublishedResult): Section => ({
  id: 'tables',
  title: { fr: 'Tous les tableaux', en: 'Every table' },
  isWide: true,
  content: [
    inEachLanguage('p', (language) => [
      HOW_TO_READ[language],
      listsLesions(result) ? IN_PART[language] : null,
    ]),
    element(
      'ul',
      { class: 'names' },
      result.tables.map(({ name, title }) =>
        element(
          'li',
          null,
          element('a', { href: `#table-${name}` }, element('code', null, name)),
          ' ',
          bilingual(title),
        ),
      ),
    ),
    result.tables.map((table) =>
      element(
        'section',
        { id: `table-${table.name}`, class: 'full' },
        element('h3', null, bilingual(table.title), ' ', element('code', null, table.name)),
        fullTable(result, table),
      ),
    ),
  ],
});

const HOW_TO_READ: Bilingual = {
  fr: 'Chaque cellule publiée, arrondie pour l’œil ; la valeur entière est dans le fichier CSV du même nom. Un tableau trop large continue plus bas, avec les mêmes noms de lignes. Sous chaque titre de colonne, son nom dans le fichier. Un tiret : pas de valeur. Une lettre renvoie sous le tableau, au motif d’une valeur absente ou à un mot trop long.',
  en: 'Every published cell, rounded for the eye; the full value is in the CSV file of the same name. A table that is too wide goes on below, with the same names of rows. Under each column’s title stands its name in the file. A dash: no value. A letter leads to what stands under the table: why a value is absent, or words that are too long.',
};

const IN_PART: Bilingual = {
  fr: ' Des tableaux de lésions listées, les deux plus longs sont ici en partie : leur titre dit laquelle, le reste est dans leur fichier.',
  en: ' Of the tables of listed lesions the two longest are here in part: their title says which, the rest is in their file.',
};
