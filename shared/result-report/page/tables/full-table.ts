import type { Bilingual } from '#shared/language.ts';
import type { TitleOf } from '#shared/presentation/read-table.ts';
import { shownCell } from '#shared/presentation/shown-cell.ts';
import type { ResultColumn, ResultTable, ResultValue } from '#shared/publication/result-table.ts';
import { bilingual } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';
import { inFull } from '#shared/result-report/page/shown-data.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { columnHeading, unitOf } from './column-heading.ts';
import { legend, type Marks, marksOf, REASON } from './reason-marks.ts';
import { saidOnce } from './said-once.ts';
import { type LaidColumn, layoutOf, rowGroups, type TableLayout } from './table-layout.ts';

/** What fits side by side on A4 that lies, in characters of the tables' size. */
const PAGE_WIDTH = 168;
const LONGEST_LINE = 34;
const PADDING = 2;
/** A longer code stands as a letter, with its title under the table. */
const LONGEST_CODE = 12;

/**
 * A published table with all its cells: columns that do not fit on a page follow in further blocks with the row's names
 * repeated. A cell is found by its position; the headings name the columns as the file does.
 */
export function fullTable(result: PublishedResult, table: ResultTable): Content {
  const { titleOf } = result;
  const layout = layoutOf(table, (column, isKey) => widthOf(column, titleOf, !isKey), PAGE_WIDTH);
  return [
    saidOnce(result, table, layout),
    table.rows.length === 0
      ? element('p', null, bilingual({ fr: 'Aucune ligne.', en: 'No rows.' }))
      : layout.blocks.map((columns, position) => block(result, table, layout, columns, position)),
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

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

const longestCell = ({ column, values }: LaidColumn, titleOf: TitleOf): number =>
  longest(
    values.flatMap((value) => {
      const { fr, en } = shownCell(value, column, titleOf);
      return [fr, en];
    }),
  );

/** Figures, names, and codes whose titles are short; a reason never is. */
const isShort = (laid: LaidColumn, titleOf: TitleOf): boolean =>
  laid.column.vocabulary === null ||
  (laid.column.vocabulary !== REASON && longestCell(laid, titleOf) <= LONGEST_CODE);

/** The codes of a block that stand as letters, by vocabulary and code, each with its title. */
const longCodes = (columns: readonly LaidColumn[], titleOf: TitleOf): ReadonlyMap<string, Bilingual> =>
  new Map(
    columns
      .filter((laid) => !isShort(laid, titleOf))
      .flatMap(({ column, values }) =>
        values
          .filter((value) => value !== null)
          .map((value) => [markOf(column, value), shownCell(value, column, titleOf)] as const),
      ),
  );

const markOf = ({ vocabulary }: ResultColumn, value: ResultValue): string => `${vocabulary} ${value}`;

function block(
  result: PublishedResult,
  table: ResultTable,
  layout: TableLayout,
  columns: readonly LaidColumn[],
  position: number,
): Content {
  const id = `${table.name}-${position}`;
  const codes = longCodes(columns, result.titleOf);
  const marks = marksOf(codes.keys());
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
    legend(marks, (code) => codes.get(code)),
  ];
}

function cellElement(
  { titleOf }: PublishedResult,
  { column, values }: LaidColumn,
  row: number,
  marks: Marks,
): Content {
  const value = values[row] ?? null;
  const mark = marks.get(markOf(column, value));
  if (mark !== undefined) return element('td', null, mark);
  if (column.vocabulary === REASON) return element('td', null);
  const { content, fullValue } = inFull({ column, value }, titleOf);
  const kind = column.type === 'text' ? 't' : undefined;
  return element('td', { class: kind, 'data-value': fullValue }, content);
}

/** What names a row: a dash where it has none. */
const nameOf = ({ titleOf }: PublishedResult, { column, values }: LaidColumn, row: number): Content =>
  inFull({ column, value: values[row] ?? null }, titleOf).content;

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
  const name = (key: LaidColumn, row: number) => nameOf(result, key, row);
  const row = (number: number) =>
    element(
      'tr',
      null,
      layout.keys.map((key) => element('th', { scope: 'row' }, name(key, number))),
      columns.map((column) => cellElement(result, column, number, marks)),
    );
  return [
    element(
      'thead',
      null,
      element(
        'tr',
        null,
        layout.keys.map(({ column }) => columnHeading(column, 'key')),
        columns.map((laid) =>
          columnHeading(laid.column, isText(laid.column) && isShort(laid, result.titleOf) ? 't' : undefined),
        ),
      ),
    ),
    rowGroups(layout, table.rows.length).map((numbers) =>
      element(
        'tbody',
        null,
        groupHeading(
          layout.groups.map((group) => name(group, numbers[0] ?? 0)),
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
  const name = (key: LaidColumn, row: number) => nameOf(result, key, row);
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
          numbers.map((row) => element('th', { scope: 'col' }, name(key, row))),
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
          numbers.map((row) => cellElement(result, column, row, marks)),
        ),
      ),
    ),
  ];
}
