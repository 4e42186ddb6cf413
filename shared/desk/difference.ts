import { type Bilingual, sameInBoth } from '#shared/language.ts';
import { movedCells, rowName } from '#shared/presentation/moved-figures.ts';
import type { TitleOf } from '#shared/presentation/read-table.ts';
import type { ReadableCell } from '#shared/presentation/readable-table.ts';
import {
  compareResults,
  type PublishedResult,
  type SourceChanges,
} from '#shared/publication/comparison/compare-results.ts';
import { sameFigures, type TableChanges } from '#shared/publication/comparison/compare-tables.ts';
import type { Manifest } from '#shared/publication/manifest.ts';
import type { ResultColumn, ResultTable } from '#shared/publication/result-table.ts';
import type { Difference } from './coordinator-api.ts';

/** Of each table; the command `diff` shows all. */
const MOST_SHOWN = 100;

interface Compared extends PublishedResult {
  readonly titleOf: TitleOf;
}

/** What differs between two results, for the page: titles instead of codes, rounded figures, no file's name. */
export function difference(before: Compared, after: Compared): Difference {
  const { inputs, terms, code, tables } = compareResults(before, after);
  const titleOf: TitleOf = (vocabulary, name) =>
    after.titleOf(vocabulary, name) ?? before.titleOf(vocabulary, name);
  const known = [...after.tables, ...before.tables];
  return {
    before: described(before.manifest),
    after: described(after.manifest),
    sameFigures: sameFigures(tables),
    files: filesByCentre(inputs),
    terms: terms.map(({ term, before: was, after: is }) => ({
      term,
      before: JSON.stringify(was),
      after: JSON.stringify(is),
    })),
    sameCode: code === null,
    tablesAdded: [...tables.added],
    tablesRemoved: [...tables.removed],
    tables: tables.changed.map((changes) => tableDifference(changes, known, titleOf)),
  };
}

const described = ({ id, computedAt, codeVersion }: Manifest) => ({ id, computedAt, codeVersion });

function filesByCentre(inputs: SourceChanges['inputs']): Difference['files'] {
  const count = (files: SourceChanges['inputs'], kind: SourceChanges['inputs'][number]['change']) =>
    files.filter(({ change }) => change === kind).length;
  return [...Map.groupBy(inputs, ({ centre }) => centre)].map(([centre, files]) => ({
    centre,
    added: count(files, 'added'),
    replaced: count(files, 'replaced'),
    removed: count(files, 'removed'),
  }));
}

function tableDifference(
  { table, keys, columns, rows, moved }: TableChanges,
  tables: readonly ResultTable[],
  titleOf: TitleOf,
): Difference['tables'][number] {
  const known = tables.filter(({ name }) => name === table);
  const column = (name: string): ResultColumn | undefined =>
    known.flatMap((found) => found.columns).find((found) => found.name === name);
  const nameOf = (labels: TableChanges['rows']['added'][number]): Bilingual =>
    shown(rowName(labels, keys.map(column), titleOf));
  return {
    table,
    title: known[0]?.title ?? sameInBoth(table),
    columnsAdded: [...columns.added],
    columnsRemoved: [...columns.removed],
    rowsAdded: rows.added.slice(0, MOST_SHOWN).map(nameOf),
    rowsRemoved: rows.removed.slice(0, MOST_SHOWN).map(nameOf),
    movedCount: moved.length,
    moved: moved.slice(0, MOST_SHOWN).map((figure) => {
      const found = column(figure.column);
      const [before, after] = movedCells(figure.before, figure.after, found, titleOf);
      return {
        row: nameOf(figure.labels),
        column: found?.title ?? sameInBoth(figure.column),
        before: before === undefined ? sameInBoth('') : shown(before),
        after: after === undefined ? sameInBoth('') : shown(after),
      };
    }),
  };
}

const shown = ({ fr, en }: ReadableCell): Bilingual => ({ fr, en });
