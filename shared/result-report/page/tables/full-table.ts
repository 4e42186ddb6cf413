import type { TitleOf } from '#shared/presentation/read-table.ts';
import type { ResultTable } from '#shared/publication/result-table.ts';
import { bilingual } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { captionedTable } from './captioned-table.ts';
import { turnedRows, uprightRows } from './full-table-rows.ts';
import { isShort, longCodes, longest, longestCell } from './long-codes.ts';
import { legend, marksOf } from './reason-marks.ts';
import { rowsInPage, titleInPage } from './rows-in-page.ts';
import { saidOnce } from './said-once.ts';
import { type LaidColumn, layoutOf, ofRows, type TableLayout } from './table-layout.ts';

/** What fits side by side on A4 that lies, in characters of the tables' size. */
const PAGE_WIDTH = 168;
const LONGEST_LINE = 34;
const PADDING = 2;

/**
 * A published table with all its cells, or with all of the rows that stand in the page: columns that do not fit on a page follow
 * in further blocks with the row's names repeated. A cell is found by its position; the headings name the columns as the file does.
 */
export function fullTable(result: PublishedResult, table: ResultTable): Content {
  const { titleOf } = result;
  const layout = ofRows(
    layoutOf(table, (column, isKey) => widthOf(column, titleOf, !isKey), PAGE_WIDTH),
    rowsInPage(table),
  );
  return [
    saidOnce(result, table, layout),
    layout.rows === 0
      ? element('p', null, bilingual({ fr: 'Aucune ligne.', en: 'No rows.' }))
      : layout.blocks.map((columns, position) => blockElement(titleOf, table, layout, columns, position)),
  ];
}

function widthOf(laid: LaidColumn, titleOf: TitleOf, isMarked: boolean): number {
  const { column } = laid;
  const words = [
    ...column.title.fr.split(/[ \u00a0]/),
    ...column.title.en.split(' '),
    ...column.name.split('_'),
  ];
  const content =
    isMarked && !isShort(laid, titleOf) ? 1 : Math.min(longestCell(laid, titleOf), LONGEST_LINE);
  return Math.max(content, longest(words), Math.ceil(column.title.fr.length / 4)) + PADDING;
}

function blockElement(
  titleOf: TitleOf,
  table: ResultTable,
  layout: TableLayout,
  columns: readonly LaidColumn[],
  position: number,
): Content {
  const codes = longCodes(columns, titleOf);
  const marks = marksOf(codes.keys());
  const block = { titleOf, layout, columns, marks };
  const { name, title } = table;
  return [
    captionedTable(
      {
        id: `${name}-${position}-caption`,
        caption:
          position === 0
            ? titleInPage(table, layout.rows)
            : { fr: `${title.fr} (suite)`, en: `${title.en} (continued)` },
      },
      { 'data-table': name, class: layout.isTurned ? 'turned' : undefined },
      layout.isTurned ? turnedRows(block) : uprightRows(block),
    ),
    legend(marks, (code) => codes.get(code)),
  ];
}
