import { shownCell } from '#shared/presentation/shown-cell.ts';
import type { ResultColumn, ResultTable } from '#shared/publication/result-table.ts';
import { bilingual } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';
import { dataOf } from '#shared/result-report/page/shown-data.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { columnHeading, unitOf } from './column-heading.ts';
import { type Marks, marksOf, REASON, reasonLegend } from './reason-marks.ts';
import { saidOnce } from './said-once.ts';
import { type LaidColumn, layoutOf, rowGroups, type TableLayout } from './table-layout.ts';

/** What fits side by side on A4 that lies, in characters of the tables' size. */
const PAGE_WIDTH = 168;
const LONGEST_LINE = 34;
const PADDING = 3;

/**
 * A published table with all its cells: columns that do not fit on a page follow in further blocks with the row's names
 * repeated. A cell is found by its position; the headings name the columns as the file does.
 */
export function fullTable(result: PublishedResult, table: ResultTable): Content {
  const { titleOf } = result;
  const layout = layoutOf(table, (column) => widthOf(column, titleOf), PAGE_WIDTH);
  return [
    saidOnce(result, table, layout),
    table.rows.length === 0
      ? element('p', null, bilingual({ fr: 'Aucune ligne.', en: 'No rows.' }))
      : layout.blocks.map((columns, position) => block(result, table, layout, columns, position)),
  ];
}

function widthOf({ column, values }: LaidColumn, titleOf: PublishedResult['titleOf']): number {
  const words = [
    ...column.title.fr.split(/[ \u00a0]/),
    ...column.title.en.split(' '),
    ...column.name.split('_'),
  ];
  const cells = column.vocabulary === REASON ? [] : values.map((value) => shownCell(value, column, titleOf));
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length));
  const content = Math.min(longest(cells.flatMap(({ fr, en }) => [fr, en])), LONGEST_LINE);
  return Math.max(content, longest(words), Math.ceil(column.title.fr.length / 4)) + PADDING;
}

function block(
  result: PublishedResult,
  table: ResultTable,
  layout: TableLayout,
  columns: readonly LaidColumn[],
  position: number,
): Content {
  const id = `${table.name}-${position}`;
  const isReason = ({ column }: LaidColumn) => column.vocabulary === REASON;
  const marks = marksOf(
    columns.filter(isReason).flatMap(({ values }) => values.filter((value) => typeof value === 'string')),
  );
  const caption =
    position === 0 ? table.title : { fr: `${table.title.fr} (suite)`, en: `${table.title.en} (continued)` };
  return [
    element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'group', 'aria-labelledby': `${id}-caption` },
      element(
        'table',
        { 'data-table': table.name, class: layout.isTurned ? 'turned' : undefined },
        element('caption', { id: `${id}-caption` }, bilingual(caption)),
        layout.isTurned
          ? turned(result, table, layout, columns, marks)
          : upright(result, table, layout, columns, marks),
      ),
    ),
    reasonLegend(marks, result.titleOf),
  ];
}

function cellContent(
  { titleOf }: PublishedResult,
  table: ResultTable,
  { column, values }: LaidColumn,
  row: number,
  marks: Marks,
): Content {
  const value = values[row] ?? null;
  if (column.vocabulary === REASON) return value === null ? null : marks.get(String(value));
  return dataOf({ table: table.name, row, column, value }, titleOf, false);
}

const groupHeading = (titles: readonly Content[], colspan: number): Content =>
  titles.length === 0
    ? null
    : element(
        'tr',
        { class: 'group' },
        element(
          'th',
          { scope: 'rowgroup', colspan },
          titles.map((title, position) => (position === 0 ? title : [' · ', title])),
        ),
      );

const isText = ({ type }: ResultColumn): boolean => type === 'text';

function upright(
  result: PublishedResult,
  table: ResultTable,
  layout: TableLayout,
  columns: readonly LaidColumn[],
  marks: Marks,
): Content {
  const shown = (column: LaidColumn, row: number) => cellContent(result, table, column, row, marks);
  const row = (number: number) =>
    element(
      'tr',
      null,
      layout.keys.map((key) => element('th', { scope: 'row' }, shown(key, number))),
      columns.map((column) =>
        element('td', isText(column.column) ? { class: 't' } : null, shown(column, number)),
      ),
    );
  return [
    element(
      'thead',
      null,
      element(
        'tr',
        null,
        layout.keys.map(({ column }) => columnHeading(column, 'key')),
        columns.map(({ column }) => columnHeading(column, isText(column) ? 't' : undefined)),
      ),
    ),
    rowGroups(layout, table.rows.length).map((numbers) =>
      element(
        'tbody',
        null,
        groupHeading(
          layout.groups.map((group) => shown(group, numbers[0] ?? 0)),
          layout.keys.length + columns.length,
        ),
        numbers.map(row),
      ),
    ),
  ];
}

function turned(
  result: PublishedResult,
  table: ResultTable,
  layout: TableLayout,
  columns: readonly LaidColumn[],
  marks: Marks,
): Content {
  const shown = (column: LaidColumn, row: number) => cellContent(result, table, column, row, marks);
  const numbers = table.rows.map((_, row) => row);
  return [
    element(
      'thead',
      null,
      layout.keys.map((key) =>
        element(
          'tr',
          null,
          columnHeading(key.column, 'key'),
          numbers.map((row) => element('th', { scope: 'col' }, shown(key, row))),
        ),
      ),
    ),
    element(
      'tbody',
      null,
      columns.map((column) =>
        element(
          'tr',
          null,
          element(
            'th',
            { scope: 'row' },
            bilingual(column.column.title),
            unitOf(column.column),
            ' ',
            element('code', null, column.column.name),
          ),
          numbers.map((row) =>
            element('td', isText(column.column) ? { class: 't' } : null, shown(column, row)),
          ),
        ),
      ),
    ),
  ];
}
