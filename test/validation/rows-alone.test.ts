import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCell } from '#shared/tables/read-cell.ts';
import type { Column } from '#shared/tables/table.ts';
import { readFile } from '#shared/validation/examine-file.ts';
import { problemsOfLine } from '#shared/validation/line-problems.ts';
import { inCell } from '#shared/validation/problem.ts';
import type { Header } from '#shared/validation/recognise-header.ts';
import { isBlankLine, splitCells } from '#shared/validation/split-cells.ts';
import type { NumberedLine } from '#shared/validation/split-lines.ts';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';
import { arbitraryDialect } from './arbitrary-dialect.ts';
import { bytesOf, columnNames, fileOfRows, PLAIN } from './csv-file.ts';

/** Cells as slips of the keyboard leave them, right or wrong in whatever column they are. */
const slip = fc.record({
  line: fc.nat(),
  cell: fc.nat(),
  says: fc.constantFrom(
    '',
    ' ',
    'NA',
    'x',
    '1',
    ' 1 ',
    '1.0',
    '"2"',
    '"',
    'oui',
    'P1',
    '2019-05-04',
    '31/02/2019',
    ';,',
  ),
});

const fileWithSlips = fc
  .tuple(arbitraryRows, arbitraryDialect, fc.array(slip, { maxLength: 8 }))
  .map(([rows, dialect, slips]) => {
    const { encoding, lineEnds, header, before, after } = PLAIN;
    const written = { ...dialect, encoding, lineEnds, header, before, after };
    const bytes = fileOfRows(rows, written, columnNames(rows[0]?.table ?? 'patients'));
    const [head = '', ...lines] = new TextDecoder().decode(bytes).split('\n');
    for (const { line, cell, says } of slips) {
      const at = line % lines.length;
      const cells = (lines[at] ?? '').split(dialect.delimiter);
      lines[at] = cells.with(cell % cells.length, says).join(dialect.delimiter);
    }
    return bytesOf([head, ...lines, ''].join('\n'));
  });

/** What a line says by itself, cell by cell; undefined of one that is no row. */
function readAlone(header: Header, line: NumberedLine) {
  if (isBlankLine(line.text) || problemsOfLine(header, line).length > 0) return undefined;
  const cells = splitCells(line.text, header.delimiter)?.map((cell) => cell.trim()) ?? [];
  const saidBy = (column: Column, cell: string) => {
    const read = readCell(column, cell);
    return [column.name, 'value' in read ? read.value : undefined] as const;
  };
  const named = header.columns.flatMap((column, at) => (column ? [{ column, cell: cells[at] ?? '' }] : []));
  return {
    line: line.number,
    row: Object.fromEntries([
      ...header.absent.map((column) => saidBy(column, '')),
      ...named.map(({ column, cell }) => saidBy(column, cell)),
    ]),
    places: named.map(({ column, cell }) => inCell(line.number, column.name, cell)),
  };
}

it('a row says in its file, read by columns, what it says alone', () => {
  const seen = { rows: 0, wrong: 0 };
  fc.assert(
    fc.property(fileWithSlips, (bytes) => {
      const file = readFile(bytes);
      if ('refused' in file) return;
      const { header, read, text } = file;
      const names = header.columns.flatMap((column) => column?.name ?? []);
      const alone = [...text.lines.below(header.line)].flatMap((line) => readAlone(header, line) ?? []);
      for (const rows of [read.rows, read.rows.all]) {
        const together = Array.from(rows, ({ content: { row }, line, at }) => ({
          line,
          row,
          places: names.map(at),
        }));
        expect(together).toEqual(alone);
      }

      const lookedAt: object[] = [];
      read.rows.each(({ content: { row }, at }, position) =>
        lookedAt.push({ line: read.rows.lineAt(position), row: { ...row }, places: names.map(at) }),
      );
      expect(lookedAt).toEqual(alone);
      seen.rows += alone.length;
      seen.wrong += [...read.problems].length;
    }),
    { numRuns: 500 },
  );
  expect(seen.rows).toBeGreaterThan(500);
  expect(seen.wrong).toBeGreaterThan(100);
});
