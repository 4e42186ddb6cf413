import type { TitleOf } from '#shared/presentation/read-table.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';
import { inFull } from '#shared/result-report/page/shown-data.ts';
import { columnHeading, titledColumn } from './column-heading.ts';
import { codeOf, isShort } from './long-codes.ts';
import { type Marks, REASON } from './reason-marks.ts';
import { type LaidColumn, rowGroups, type TableLayout } from './table-layout.ts';

/** Columns of a table in full that stand side by side. */
export interface TableBlock {
  readonly titleOf: TitleOf;
  readonly layout: TableLayout;
  readonly columns: readonly LaidColumn[];
  /** The letters of its long codes. */
  readonly marks: Marks;
}

/** A row of the table in each row. */
export function uprightRows(block: TableBlock): Content {
  const { titleOf, layout, columns } = block;
  return [
    element(
      'thead',
      null,
      element(
        'tr',
        null,
        layout.keys.map(({ column }) => columnHeading(column, 'key')),
        columns.map((laid) =>
          columnHeading(laid.column, laid.column.type === 'text' && isShort(laid, titleOf) ? 't' : undefined),
        ),
      ),
    ),
    rowGroups(layout).map((numbers) =>
      element(
        'tbody',
        null,
        groupHeading(
          layout.groups.map((group) => nameOf(block, group, numbers[0] ?? 0)),
          layout.keys.length + columns.length,
        ),
        numbers.map((row) =>
          element(
            'tr',
            null,
            layout.keys.map((key) => element('th', { scope: 'row' }, nameOf(block, key, row))),
            columns.map((column) => cellElement(block, column, row)),
          ),
        ),
      ),
    ),
  ];
}

/** A column of the table in each row. */
export function turnedRows(block: TableBlock): Content {
  const { layout, columns } = block;
  const numbers = Array.from({ length: layout.rows }, (_, row) => row);
  return [
    element(
      'thead',
      null,
      layout.keys.map((key) =>
        element(
          'tr',
          null,
          columnHeading(key.column, 'key'),
          numbers.map((row) => element('th', { scope: 'col' }, nameOf(block, key, row))),
        ),
      ),
    ),
    element(
      'tbody',
      null,
      columns.map((laid) =>
        element(
          'tr',
          null,
          element('th', { scope: 'row' }, titledColumn(laid.column)),
          numbers.map((row) => cellElement(block, laid, row)),
        ),
      ),
    ),
  ];
}

function cellElement({ titleOf, marks }: TableBlock, { column, values }: LaidColumn, row: number): Content {
  const value = values[row] ?? null;
  const mark = marks.get(codeOf(column, value));
  if (mark !== undefined) return element('td', null, mark);
  if (column.vocabulary === REASON) return element('td', null);
  const { content, fullValue } = inFull({ column, value }, titleOf);
  const kind = column.type === 'text' ? 't' : undefined;
  return element('td', { class: kind, 'data-value': fullValue }, content);
}

/** What names a row: a dash where it has none. */
const nameOf = ({ titleOf }: TableBlock, { column, values }: LaidColumn, row: number): Content =>
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
