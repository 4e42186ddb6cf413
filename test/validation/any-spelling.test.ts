import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headerSpellings } from '#shared/tables/header-names.ts';
import { NOT_KNOWN_WORDS } from '#shared/tables/spellings/not-known.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLES, type TableRow } from '#shared/tables/tables.ts';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';
import { arbitraryDialect } from './arbitrary-dialect.ts';
import { fileOfCells } from './csv-file.ts';
import { rowsOf } from './examined.ts';

/** Everything that a cell of a row may say and mean the same. */
function cellSpellings({ kind, blank, name }: Column, value: unknown): readonly string[] {
  const known = kind.holds(value) ? kind.spellings(value) : [];
  const notKnown = blank !== undefined && blank.means === value ? ['', ...NOT_KNOWN_WORDS] : [];
  const all = [...known, ...notKnown];
  return name === 'patient_id' ? all : all.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]);
}

it('any spelling of a table, in any dialect and encoding, reads as the same rows', () => {
  const picks = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(arbitraryRows, arbitraryDialect, picks, (rows, dialect, numbers) => {
      let taken = 0;
      const anyOf = (texts: readonly string[]) =>
        texts[(numbers[taken++ % numbers.length] ?? 0) % texts.length] ?? 'nothing';
      const columns: readonly Column[] = TABLES[rows[0]?.table ?? 'patients'].columns;
      const cellsOf = ({ row }: TableRow) =>
        columns.map((column) => anyOf(cellSpellings(column, Reflect.get(row, column.name))));
      const header = columns.map((column) => anyOf(headerSpellings(column)));
      expect(rowsOf(fileOfCells([header, ...rows.map(cellsOf)], dialect))).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});
