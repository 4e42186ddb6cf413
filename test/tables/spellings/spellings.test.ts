import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '#shared/tables/column-kinds.ts';
import { readCell } from '#shared/tables/read-cell.ts';
import { codeSpellings } from '#shared/tables/spellings/codes.ts';
import { NOT_KNOWN_WORDS } from '#shared/tables/spellings/not-known.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLE_NAMES, TABLES, type TableRow } from '#shared/tables/tables.ts';
import { arbitraryRows } from '../arbitrary-rows.ts';

const ALL = TABLE_NAMES.flatMap((table) =>
  TABLES[table].columns.map((column: Column) => ({ table, name: column.name, column })),
);

const CASES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
];
/** A pseudonym has its case; everything else is read in any. */
const inAnyCase = ({ name }: Column, text: string) =>
  name === 'patient_id' ? [text] : CASES.map((change) => change(text));

/** Each known value of some rows, with its column. */
const valuesOf = (rows: readonly TableRow[]): readonly (readonly [Column, CellValue])[] =>
  rows.flatMap(({ table, row }) =>
    TABLES[table].columns.flatMap((column: Column) => {
      const value: unknown = Reflect.get(row, column.name);
      return column.kind.holds(value) ? [[column, value] as const] : [];
    }),
  );

describe('a value', () => {
  it('is read from each of its spellings, in any case, and from that of no other value', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        for (const [column, value] of valuesOf(rows)) {
          for (const text of column.kind.spellings(value).flatMap((each) => inAnyCase(column, each))) {
            expect(readCell(column, text), `${column.name} ${text}`).toEqual({ value });
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has first the spelling in which the study itself writes it', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        for (const [{ kind }, value] of valuesOf(rows)) {
          const own = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
          expect(kind.spellings(value)[0]).toBe(own);
        }
      }),
    );
  });

  it('of a number too small for digits alone is written without an exponent', () => {
    const mitoses: Column | undefined = ALL.find(({ name }) => name === 'mitoses_per_10_hpf')?.column;
    expect(mitoses?.kind.spellings(1e-7)[0]).toBe('0.000000100');
    expect(mitoses?.kind.read('0.000000100')).toBe(1e-7);
  });
});

describe('the codes of a column', () => {
  it.each(ALL.filter(({ column }) => column.kind.words !== undefined))(
    '$table.$name: each is read from its titles, and no two share one',
    ({ column: { kind } }) => {
      const meanings = new Map<string, string>();
      for (const [code, { fr, en }] of Object.entries(kind.words ?? {})) {
        for (const spelling of [code, fr, en, ...kind.spellings(code)]) {
          for (const text of [spelling, spelling.replaceAll(' ', '_'), spelling.replaceAll(' ', '-')]) {
            expect(kind.read(text), text).toBe(code);
            expect(meanings.get(text) ?? code).toBe(code);
            meanings.set(text, code);
          }
        }
      }
    },
  );

  it('are read in any order of a list, itself before a title of another', () => {
    const { read } = codeSpellings({ a: { fr: 'b', en: 'x' }, b: { fr: 'y', en: 'z' } }, {});
    expect([read('a'), read('b'), read('x'), read('Y')]).toEqual(['a', 'b', 'a', 'b']);
  });
});

describe('"not known"', () => {
  it.each(ALL)('is read in $table.$name however it is written, where it may be blank', ({ column }) => {
    for (const word of NOT_KNOWN_WORDS.flatMap((each) => CASES.map((change) => change(each)))) {
      const isCode = column.kind.words?.['unknown'] !== undefined && /^(inconnu|unknown)$/i.test(word);
      const blank = column.blank === undefined ? { why: 'blank' } : { value: column.blank.means };
      expect(readCell(column, word), word).toEqual(isCode ? { value: 'unknown' } : blank);
    }
  });

  it.each(ALL.filter(({ name, column }) => name !== 'patient_id' && !column.kind.words?.['unknown']))(
    'is no value of $table.$name',
    ({ column: { kind } }) => {
      for (const word of NOT_KNOWN_WORDS) expect(kind.read(word), word).toBeUndefined();
    },
  );

  it.each(['N', 'nothing', 'N A', '..', '?', '-', 'vide', '0'])('is not said by "%s"', (cell) => {
    const age: Column | undefined = ALL.find(({ name }) => name === 'board_date')?.column;
    if (age === undefined) throw new Error('no such column');
    expect(readCell(age, cell)).not.toHaveProperty('value');
  });
});
