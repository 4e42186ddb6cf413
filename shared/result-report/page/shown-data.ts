import type { Bilingual } from '#shared/language.ts';
import type { TitleOf } from '#shared/presentation/read-table.ts';
import { shownCell } from '#shared/presentation/shown-cell.ts';
import { shownFigure } from '#shared/presentation/shown-figure.ts';
import type { PublishedCell } from '#shared/result-report/published-result.ts';
import { bilingual, type PageLanguage } from './bilingual-text.ts';
import { type Content, element } from './html.ts';

/** Where a cell can be looked up: `counts:3:total`, its row from 0 as in `tables.json`. */
export const placeOf = ({ table, row, column }: PublishedCell): string => `${table}:${row}:${column.name}`;

/** A figure within a text of one language. */
export const dataIn = (cell: PublishedCell, language: PageLanguage): Content =>
  element(
    'data',
    { value: String(cell.value ?? ''), 'data-cell': placeOf(cell) },
    shownFigure(cell.value, cell.column, language),
  );

/**
 * A cell for both languages at once. A figure is written once: only its decimal mark differs, and of the two that
 * stand there the style shows one. A code is shown as its title.
 */
export function dataOf(cell: PublishedCell, titleOf: TitleOf): Content {
  const { value, column } = cell;
  const shown = shownCell(value, column, titleOf);
  if (value === null) return shown.fr;
  if (column.type === 'text') return bilingual(shown);
  return element('data', { value: String(value), 'data-cell': placeOf(cell) }, bilingualFigure(shown));
}

/** A cell of a table in full: its position is its place, and its element bears the full value where the text does not. */
export interface CellInFull {
  readonly content: Content;
  readonly fullValue?: string;
}

export function inFull(
  { value, column }: Pick<PublishedCell, 'value' | 'column'>,
  titleOf: TitleOf,
): CellInFull {
  const shown = shownCell(value, column, titleOf);
  if (value === null || column.type === 'text') return { content: bilingual(shown) };
  const content = bilingualFigure(shown);
  return shown.en === String(value) ? { content } : { content, fullValue: String(value) };
}

/** The marks of French stand in `i`, those of English in `b`. */
function bilingualFigure({ fr, en }: Bilingual): Content {
  if (fr === en) return fr;
  if (fr.length !== en.length) return bilingual({ fr, en });
  return Array.from(fr, (french, position) => {
    const english = en[position] ?? '';
    return french === english ? french : [element('i', null, french), element('b', null, english)];
  });
}
