import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownFigure } from '#shared/presentation/shown-figure.ts';
import { resultPage } from '#shared/result-report/page/result-page.ts';
import { rowsInPage } from '#shared/result-report/page/tables/rows-in-page.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { publishedCohort } from '../published-cohorts.ts';
import { inLanguage, textOf } from './parsed-page.ts';

const COHORTS = ['thesis', 'readers', 'responses', 'two-patients', 'listed'] as const;

function cellAt(result: PublishedResult, place: string) {
  const [name, row, columnName] = place.split(':');
  const table = result.tables.find((candidate) => candidate.name === name);
  const position = table?.columns.findIndex((column) => column.name === columnName) ?? -1;
  const [column, value] = [table?.columns[position], table?.rows[Number(row)]?.[position]];
  if (column === undefined || value === undefined) throw new Error(`no cell ${place}`);
  return { column, value };
}

describe.each(COHORTS)('on the page of %s', async (cohort) => {
  const result = await publishedCohort(cohort);
  const html = resultPage(result);

  describe.each(['fr', 'en'] as const)('in %s', (language) => {
    let document = inLanguage('', language);
    beforeAll(() => {
      document = inLanguage(html, language);
    });
    // Ten large pages would stay in memory.
    afterAll(() => {
      document = inLanguage('', language);
    });

    it('each figure in the text is that of its cell', () => {
      const figures = [...document.querySelectorAll('data[data-cell]')];
      expect(figures.length).toBeGreaterThan(100);
      const wrong = figures.flatMap((figure) => {
        const { column, value } = cellAt(result, figure.getAttribute('data-cell') ?? '');
        const is = [figure.getAttribute('value'), textOf(figure)];
        const should = [String(value), shownFigure(value, column, language)];
        return is.join(' ') === should.join(' ') ? [] : [{ is, should }];
      });
      expect(wrong).toEqual([]);
    });

    it('every figure of every row that stands there does in full', () => {
      for (const table of result.tables) {
        const shown = shownCells(document, table.name);
        const inPage = rowsInPage(table);
        const expected = table.columns.flatMap((column, position) =>
          inPage.flatMap((row, number) => {
            const value = table.rows[row]?.[position] ?? null;
            if (column.type === 'text' || value === null) return [];
            return [`${number} ${column.name} ${value} ${shownFigure(value, column, language)}`];
          }),
        );
        expect(expected.filter((cell) => !shown.has(cell))).toEqual([]);
      }
    });
  });
});

/** `row column value text` of each cell of a table in full, also of what is said once for all rows. */
function shownCells(document: Document, name: string): ReadonlySet<string> {
  const section = document.querySelector(`#table-${name}`);
  const cells: string[] = [];
  const add = (row: number, column: string | undefined, cell: Element | undefined) => {
    const shown = cell === undefined ? '' : textOf(cell);
    // A text that is the full value needs no other.
    cells.push(`${row} ${column} ${cell?.getAttribute('data-value') ?? shown.replace(',', '.')} ${shown}`);
  };
  const rowCount = Math.max(0, ...[...(section?.querySelectorAll('table') ?? [])].map(rowsIn));
  for (const table of section?.querySelectorAll('table') ?? []) {
    const rows = [...table.querySelectorAll('tbody tr:not(.group)')];
    if (table.classList.contains('turned')) {
      for (const line of [...table.querySelectorAll('tr')]) {
        const code = line.querySelector('code');
        const column = code === null ? '' : textOf(code);
        for (const [row, cell] of [...line.children].slice(1).entries()) add(row, column, cell);
      }
    } else {
      const codes = [...table.querySelectorAll('thead th')].map((heading) =>
        textOf(heading.querySelector('code') ?? heading),
      );
      for (const [row, line] of rows.entries()) {
        for (const [position, cell] of [...line.children].entries()) add(row, codes[position], cell);
      }
    }
  }
  for (const figure of section?.querySelectorAll('.once data') ?? []) {
    const [, , column] = (figure.getAttribute('data-cell') ?? '').split(':');
    for (let row = 0; row < rowCount; row++) {
      cells.push(`${row} ${column} ${figure.getAttribute('value')} ${textOf(figure)}`);
    }
  }
  return new Set(cells);
}

const rowsIn = (table: Element): number =>
  table.classList.contains('turned')
    ? Math.max(...[...table.querySelectorAll('tr')].map((line) => line.children.length - 1))
    : table.querySelectorAll('tbody tr:not(.group)').length;
