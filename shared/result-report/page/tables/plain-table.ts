import type { Bilingual } from '#shared/language.ts';
import { bilingual } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';
import { captionedTable } from './captioned-table.ts';

interface PlainTable {
  /** Of the caption, which names the table. */
  readonly id: string;
  readonly caption: Bilingual;
  readonly headings: readonly Bilingual[];
  /** The first cell of each names the row. */
  readonly rows: readonly (readonly Content[])[];
}

/** A table of names, such as files and their digests: set from the left, no figures. */
export const plainTable = ({ id, caption, headings, rows }: PlainTable): Content =>
  captionedTable(
    { id, caption },
    { class: 'plain' },
    element(
      'thead',
      null,
      element(
        'tr',
        null,
        headings.map((heading, position) =>
          element('th', { scope: 'col', class: position === 0 ? 'key' : 't' }, bilingual(heading)),
        ),
      ),
    ),
    element(
      'tbody',
      null,
      rows.map(([name, ...cells]) =>
        element(
          'tr',
          null,
          element('th', { scope: 'row' }, name),
          cells.map((cell) => element('td', { class: 't' }, cell)),
        ),
      ),
    ),
  );
