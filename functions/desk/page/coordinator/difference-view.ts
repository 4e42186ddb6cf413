import type { Difference } from '#shared/desk/coordinator-api.ts';
import { type Bilingual, sameInBoth, withDetail } from '#shared/language.ts';
import { element, part } from '../html.ts';
import { type Say, useSay } from '../language.ts';
import { ScrolledTable } from '../parts/scrolled-table.ts';
import { COORDINATOR, filesMoved, movedFrom, movedOf } from '../texts/coordinator.ts';

type TableDifference = Difference['tables'][number];

/** What differs between two results: files, terms, figures. */
export function DifferenceView({ difference }: { readonly difference: Difference }) {
  const say = useSay();
  const { files, terms, tables, sameFigures, sameCode, tablesAdded, tablesRemoved } = difference;
  return element(
    'div',
    { class: 'card' },
    element('h4', null, say(COORDINATOR.differenceTitle)),
    sameFigures && element('p', null, say(COORDINATOR.sameFigures)),
    !sameCode && element('p', null, say(COORDINATOR.otherCode)),
    element(
      'ul',
      null,
      files.map(({ centre, added, replaced, removed }) =>
        element('li', null, say(filesMoved(centre, added, replaced, removed))),
      ),
      terms.map(({ term, before, after }) =>
        element('li', null, element('code', null, term), say(movedFrom(before, after))),
      ),
      listed(COORDINATOR.tablesAdded, tablesAdded, say),
      listed(COORDINATOR.tablesRemoved, tablesRemoved, say),
    ),
    tables.map((table) => tableDifference(table, say)),
  );
}

const listed = (title: Bilingual, names: readonly string[], say: Say) =>
  names.length === 0 ? null : element('li', null, say(withDetail(title, sameInBoth(names.join(', ')))));

const tableDifference = (table: TableDifference, say: Say) =>
  element(
    'details',
    { key: table.table },
    element('summary', null, `${say(table.title)} (${table.movedCount})`),
    element(
      'ul',
      null,
      listed(COORDINATOR.columnsAdded, table.columnsAdded, say),
      listed(COORDINATOR.columnsRemoved, table.columnsRemoved, say),
      listed(COORDINATOR.rowsAdded, table.rowsAdded.map(say), say),
      listed(COORDINATOR.rowsRemoved, table.rowsRemoved.map(say), say),
    ),
    table.moved.length > 0 && movedTable(table, say),
    table.movedCount > table.moved.length &&
      element('p', { class: 'small' }, say(movedOf(table.moved.length, table.movedCount))),
  );

const MOVED_HEADINGS = ['row', 'column', 'before', 'after'] as const;

const movedTable = ({ title, moved }: TableDifference, say: Say) =>
  part(ScrolledTable, {
    label: say(title),
    headings: MOVED_HEADINGS.map((one) => say(COORDINATOR[one])),
    rows: moved.map(({ row, column, before, after }) =>
      element(
        'tr',
        null,
        element('th', { scope: 'row' }, say(row)),
        element('td', null, say(column)),
        element('td', null, say(before)),
        element('td', null, say(after)),
      ),
    ),
  });
