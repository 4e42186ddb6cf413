import type { Bilingual } from '#shared/language.ts';
import { NO_VALUE } from '#shared/presentation/figures.ts';
import { bilingual } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';
import { dataOf } from '#shared/result-report/page/shown-data.ts';
import type { PublishedCell, PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { captionedTable } from './captioned-table.ts';
import { type Marks, marksOf, reasonLegend } from './reason-marks.ts';

/** A row of a table for reading, made of one or several rows of published tables, by the part that each plays. */
export type ReadingRow<Part extends string> = Readonly<Record<Part, PublishedRow | undefined>>;

interface Figure<Part extends string> {
  readonly of: Part;
  /** A column of the published table. */
  readonly column: string;
}

export interface ReadingColumn<Part extends string> {
  /** Over several columns that stand side by side. */
  readonly group?: Bilingual;
  readonly heading: Bilingual;
  /** Figures, and what stands between them, such as brackets. */
  readonly shown: readonly (string | Bilingual | Figure<Part>)[];
  /** The published column that says why the figures are blank. */
  readonly reason?: Figure<Part>;
  /** Names the row: a heading. */
  readonly isKey?: boolean;
  /** Words, not figures: set from the left. */
  readonly isText?: boolean;
}

interface ReadingTable<Part extends string> {
  /** Of the caption, which names the table. */
  readonly id: string;
  readonly caption: Bilingual;
  readonly columns: readonly ReadingColumn<Part>[];
  readonly rows: readonly ReadingRow<Part>[];
}

/** A table of what matters in a part of the page; each figure says in which cell it is published. */
export function readingTable<Part extends string>(
  { titleOf }: PublishedResult,
  { id, caption, columns: wanted, rows }: ReadingTable<Part>,
): Content {
  if (rows.length === 0) return null;
  // A result of an earlier release lacks columns: what was not published cannot be shown.
  const columns = wanted.filter(({ shown }) =>
    shown.every((part) => !isFigure(part) || rows.some((row) => cellOf(row, part) !== undefined)),
  );
  const reasons = marksOf(rows.flatMap((row) => columns.flatMap((column) => reasonOf(row, column) ?? [])));
  const content = (row: ReadingRow<Part>, column: ReadingColumn<Part>): Content =>
    contentOf(row, column, reasons, titleOf);
  const cell = (row: ReadingRow<Part>, column: ReadingColumn<Part>): Content =>
    column.isKey === true
      ? element('th', { scope: 'row' }, content(row, column))
      : element('td', column.isText === true ? { class: 't' } : null, content(row, column));
  /** A first key that several rows share stands once, over all of them. */
  const cellsOf =
    (row: ReadingRow<Part>, position: number, rowspan: number) =>
    (column: ReadingColumn<Part>, place: number): Content => {
      if (place > 0 || rowspan === 1 || !isGrouped(columns)) return cell(row, column);
      return position > 0 ? null : element('th', { scope: 'rowgroup', rowspan }, content(row, column));
    };
  return element(
    'div',
    { class: 'table' },
    captionedTable(
      { id, caption },
      null,
      element('thead', null, headings(columns)),
      runsOf(rows, columns).map((run) =>
        element(
          'tbody',
          null,
          run.map((row, position) => element('tr', null, columns.map(cellsOf(row, position, run.length)))),
        ),
      ),
    ),
    reasonLegend(reasons, titleOf),
  );
}

const isGrouped = <Part extends string>([first, second]: readonly ReadingColumn<Part>[]): boolean =>
  first?.isKey === true && second?.isKey === true;

/** Rows that follow each other with the same first key, where a second one tells them apart. */
function runsOf<Part extends string>(
  rows: readonly ReadingRow<Part>[],
  columns: readonly ReadingColumn<Part>[],
): readonly (readonly ReadingRow<Part>[])[] {
  const part = columns[0]?.shown[0];
  if (part === undefined || !isFigure(part) || !isGrouped(columns)) return [rows];
  const runs: ReadingRow<Part>[][] = [];
  let last: unknown;
  for (const row of rows) {
    const value = cellOf(row, part)?.value;
    const run = runs.at(-1);
    if (run === undefined || value !== last) runs.push([row]);
    else run.push(row);
    last = value;
  }
  return runs;
}

function cellOf<Part extends string>(
  row: ReadingRow<Part>,
  { of, column }: Figure<Part>,
): PublishedCell | undefined {
  const published: PublishedRow | undefined = row[of];
  return published?.has(column) === true ? published.cell(column) : undefined;
}

const isFigure = <Part extends string>(part: string | Bilingual | Figure<Part>): part is Figure<Part> =>
  typeof part !== 'string' && 'of' in part;

const isBlank = <Part extends string>(row: ReadingRow<Part>, { shown }: ReadingColumn<Part>): boolean =>
  shown.every((part) => !isFigure(part) || (cellOf(row, part)?.value ?? null) === null);

function reasonOf<Part extends string>(
  row: ReadingRow<Part>,
  column: ReadingColumn<Part>,
): string | undefined {
  if (column.reason === undefined || !isBlank(row, column)) return undefined;
  const value = cellOf(row, column.reason)?.value;
  return typeof value === 'string' ? value : undefined;
}

function contentOf<Part extends string>(
  row: ReadingRow<Part>,
  column: ReadingColumn<Part>,
  reasons: Marks,
  titleOf: PublishedResult['titleOf'],
): Content {
  if (isBlank(row, column)) {
    const reason = reasonOf(row, column);
    return [NO_VALUE, reason === undefined ? null : element('sup', null, reasons.get(reason))];
  }
  return column.shown.map((part) => {
    if (!isFigure(part)) return typeof part === 'string' ? part : bilingual(part);
    const cell = cellOf(row, part);
    return cell === undefined ? NO_VALUE : dataOf(cell, titleOf);
  });
}

function headings<Part extends string>(columns: readonly ReadingColumn<Part>[]): Content {
  const single = (column: ReadingColumn<Part>, rowspan?: number): Content =>
    element(
      'th',
      {
        scope: 'col',
        rowspan,
        class: column.isKey === true ? 'key' : column.isText === true ? 't' : undefined,
      },
      bilingual(column.heading),
    );
  if (columns.every(({ group }) => group === undefined)) {
    return element(
      'tr',
      null,
      columns.map((column) => single(column)),
    );
  }
  const groups = columns.filter(
    ({ group }, position) => group !== undefined && group !== columns[position - 1]?.group,
  );
  const width = (of: Bilingual | undefined) => columns.filter(({ group }) => group === of).length;
  return [
    element(
      'tr',
      null,
      columns.filter(({ group }) => group === undefined).map((column) => single(column, 2)),
      groups.map(({ group }) =>
        element(
          'th',
          { scope: 'colgroup', colspan: width(group) },
          group === undefined ? null : bilingual(group),
        ),
      ),
    ),
    element(
      'tr',
      null,
      columns.filter(({ group }) => group !== undefined).map((column) => single(column)),
    ),
  ];
}
