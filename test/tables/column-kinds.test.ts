import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '#shared/tables/column-kinds.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLES, type TableName } from '#shared/tables/tables.ts';

function column(table: TableName, name: string): Column {
  const found = (TABLES[table].columns satisfies readonly Column[]).find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no column ${name} in ${table}`);
  return found;
}

const COUNT = column('pairs', 'mri_t2fs_right');
const PAIR = column('pairs', 'pair');
const KI67 = column('patients', 'ki67_percent');
const MITOSES = column('patients', 'mitoses_per_10_hpf');
const DIAMETER = column('lesions', 'ct_portal_mm');
const CT_DATE = column('pairs', 'ct_date');
const PROTOCOL = column('pairs', 'protocol_complete');
const COUNTABLE = column('pairs', 'countable');
const SEX = column('patients', 'sex');
const SITE = column('patients', 'primary_site');
const GRADE = column('patients', 'grade');
const SIDE = column('lesions', 'side');
const PATIENT = column('patients', 'patient_id');

const READ: readonly (readonly [Column, string, CellValue])[] = [
  [COUNT, '0', 0],
  [COUNT, '999', 999],
  [COUNT, '007', 7],
  [COUNT, '5.0', 5],
  [COUNT, '5,0', 5],
  [COUNT, '1', 1],
  [COUNT, '0.00', 0],
  [PAIR, '1,00', 1],
  [KI67, '2,5', 2.5],
  [KI67, '2.5', 2.5],
  [KI67, '100', 100],
  [KI67, '2.55', 2.55],
  [KI67, '5%', 5],
  [KI67, '2,5 %', 2.5],
  [KI67, '.5', 0.5],
  [KI67, ',5', 0.5],
  [KI67, '3.0', 3],
  [MITOSES, '123456789,5', 123456789.5],
  [MITOSES, '1,1234567890', 1.123456789],
  [DIAMETER, '400', 400],
  [DIAMETER, '12,0', 12],
  [DIAMETER, '0', 0],
  [DIAMETER, '12.50', 12.5],
  [DIAMETER, '12,800', 12.8],
  [DIAMETER, '12,8 mm', 12.8],
  [DIAMETER, '12.8mm', 12.8],
  [DIAMETER, '12\u00a0MM', 12],
  [CT_DATE, '2020-02-29', '2020-02-29'],
  [CT_DATE, '29/02/2020', '2020-02-29'],
  [CT_DATE, '01/12/2019', '2019-12-01'],
  [CT_DATE, '1900-01-01', '1900-01-01'],
  [CT_DATE, '31/12/2100', '2100-12-31'],
  [CT_DATE, '1/9/2021', '2021-09-01'],
  [CT_DATE, '03/04/2021', '2021-04-03'],
  [CT_DATE, '12.03.2021', '2021-03-12'],
  [CT_DATE, '1.9.2021', '2021-09-01'],
  [CT_DATE, '12-03-2021', '2021-03-12'],
  [CT_DATE, '2021/03/12', '2021-03-12'],
  [CT_DATE, '2021-03-12 14:30', '2021-03-12'],
  [CT_DATE, '12/03/2021 0:00:00', '2021-03-12'],
  [CT_DATE, '12.03.2021  23:59:59.999', '2021-03-12'],
  [CT_DATE, '2021-03-12T00:00:00Z', '2021-03-12'],
  [CT_DATE, '2021-03-12 00:00:00+00', '2021-03-12'],
  [CT_DATE, '2021-03-12T00:00:00.000+00:00', '2021-03-12'],
  [CT_DATE, '2021-03-12 00:00:00 UTC', '2021-03-12'],
  [DIAMETER, '12.5', 12.5],
  ...['yes', 'YES', 'oui', 'Oui', 'y', 'O', 'VRAI', 'true', 'T', '1', '1.0', '1,00'].map(
    (word) => [PROTOCOL, word, true] as const,
  ),
  ...['no', 'No', 'non', 'N', 'FAUX', 'false', 'False', 'F', 'f', '0', '0.0', '0,0'].map(
    (word) => [PROTOCOL, word, false] as const,
  ),
  [COUNTABLE, 'OUI', 'yes'],
  [COUNTABLE, '1', 'yes'],
  [COUNTABLE, 'massive', 'massive'],
  [SEX, 'M', 'M'],
  [SEX, 'H', 'M'],
  [SEX, 'F', 'F'],
  ...['f', 'Femme', 'WOMAN'].map((cell) => [SEX, cell, 'F'] as const),
  ...['m', 'h', 'homme', 'Man'].map((cell) => [SEX, cell, 'M'] as const),
  ...['o', 'VRAI', '1,0', 'Dénombrable', 'countable'].map((cell) => [COUNTABLE, cell, 'yes'] as const),
  ...['MASSIVE', 'Atteinte massive du foie'].map((cell) => [COUNTABLE, cell, 'massive'] as const),
  ...['Pancreas', 'PANCRÉAS', 'pancre\u0301as'].map((cell) => [SITE, cell, 'pancreas'] as const),
  ...['Œsophage', 'oesophage'].map((cell) => [SITE, cell, 'oesophagus'] as const),
  ...['Intestin grêle', 'intestin_grele', 'small bowel', 'SMALL-BOWEL', 'small\u00a0bowel'].map(
    (cell) => [SITE, cell, 'small_bowel'] as const,
  ),
  [SITE, 'Extra–digestif', 'extra_digestive'],
  ...['inconnu', 'Unknown'].map((cell) => [SITE, cell, 'unknown'] as const),
  ...['g2', 'G 2', 'g-2'].map((cell) => [GRADE, cell, 'G2'] as const),
  ...['droite', 'Right', 'foie droit', 'RIGHT LIVER'].map((cell) => [SIDE, cell, 'right'] as const),
  ...['Gauche', 'left', 'foie_gauche'].map((cell) => [SIDE, cell, 'left'] as const),
  [SITE, 'oesophagus', 'oesophagus'],
  [PATIENT, '007', '007'],
  [PATIENT, '-_-', '-_-'],
  ...['12345678', '1234567890', '12345678901234', '99-99-1950', '01-02-03-04'].map(
    (cell) => [PATIENT, cell, cell] as const,
  ),
];

const REFUSED: readonly (readonly [Column, string])[] = [
  ...[
    '',
    '0x1A',
    '1e3',
    '+5',
    '-0',
    '-1',
    '1.5',
    '1,05',
    '1.',
    '.0',
    '1 %',
    '１２',
    '1 000',
    '1\u00a0000',
    '1000',
    '12a',
    'Infinity',
    '٣',
  ].map((cell) => [COUNT, cell] as const),
  ...['0', '10', '1.'].map((cell) => [PAIR, cell] as const),
  ...[
    '100.1',
    '-1',
    '5 mm',
    '%',
    '.',
    '5%%',
    '<3',
    '2,5,1',
    '2.5.1',
    '5,',
    '1e1',
    '1.234,5',
    '2;5',
    '5 0',
  ].map((cell) => [KI67, cell] as const),
  ...['1234567890', '1.1234567891', '5 %', '5/10', '1 000'].map((cell) => [MITOSES, cell] as const),
  ...['12.51', '1234567890', '400.1', '1,2 cm', '1,25', '-5', '12 mmm'].map(
    (cell) => [DIAMETER, cell] as const,
  ),
  ...[
    '31/04/2020',
    '2021-02-29',
    '12/31/2020',
    '01/02/20',
    '01/02-2020',
    '1/2/02020',
    '01,02,2020',
    '2020.02.01',
    '20200201',
    '2020-02-01 24:00',
    '2020-02-01 12:60',
    '2020-02-01 12',
    '2020-02-0112:00',
    '01/02/2020 12:00 AM',
    '2020-02-01T00:00:00+02:00',
    '2020-02-01T23:00:00Z',
    '2020-02-01 01:00+00',
    '0208-01-01',
    '1899-12-31',
    '2101-01-01',
    '43831',
  ].map((cell) => [CT_DATE, cell] as const),
  ...['X', '2', '01', '1.5', '10', 'o.', 'ou i', 'yes.', 'ja', 'oui non'].map(
    (cell) => [PROTOCOL, cell] as const,
  ),
  ...['no', '0', 'mass', 'non', 'F'].map((cell) => [COUNTABLE, cell] as const),
  ...['1', '2', 'HF', 'yes', 'masculin'].map((cell) => [SEX, cell] as const),
  ...['constructor', 'colon?', 'colon.', 'lung', 'grêle', 'ｃｏｌｏｎ'].map((cell) => [SITE, cell] as const),
  ...['droit', 'D', 'L', 'centre', 'foie'].map((cell) => [SIDE, cell] as const),
  ...['1', 'G4', 'G1-G2', 'II'].map((cell) => [GRADE, cell] as const),
  ...['Dupont Jean', 'R 001', 'É12', 'a#b', 'x'.repeat(33), 'a/b', 'jean@chu.fr'].map(
    (cell) => [PATIENT, cell] as const,
  ),
];

describe('a cell', () => {
  it.each(READ.map(([{ name, kind }, cell, value]) => ({ name, kind, cell, value })))(
    'of $name reads "$cell" as $value',
    ({ kind, cell, value }) => {
      expect(kind.read(cell)).toBe(value);
    },
  );

  it.each(REFUSED.map(([{ name, kind }, cell]) => ({ name, kind, cell })))(
    'of $name is not "$cell"',
    ({ kind, cell }) => {
      expect(kind.read(cell)).toBeUndefined();
    },
  );
});

const ALL = Object.values(TABLES).flatMap(({ columns }): readonly Column[] => columns);

describe('what a column expects', () => {
  it.each([
    { ...COUNT, fr: 'un nombre entier de 0 à 999', en: 'a whole number from 0 to 999' },
    { ...MITOSES, fr: 'un nombre à partir de 0', en: 'a number of at least 0' },
    { ...SEX, fr: 'l’un de : M, F', en: 'one of: M, F' },
  ])('of $name is said with its bounds', ({ kind, fr, en }) => {
    expect(kind.expected).toEqual({ fr, en });
  });
});

describe('every column', () => {
  it('holds whatever it reads, and says in both languages what it expects', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[\d.,/-]{0,10}$/),
      fc.constantFrom(...READ.map(([, text]) => text)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ALL), cell, ({ kind }, text) => {
        const value = kind.read(text);
        expect(value === undefined || kind.holds(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    for (const { kind, title } of ALL) {
      for (const text of [kind.expected, title])
        expect(Math.min(text.fr.length, text.en.length)).toBeGreaterThan(2);
    }
  });

  it('has a name of its own in its table, written as headers are', () => {
    for (const { columns } of Object.values(TABLES)) {
      const names = columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
    }
  });
});

const STORED: readonly (readonly [Column, unknown])[] = [
  [COUNT, 1.5],
  [COUNT, '1'],
  [COUNT, -1],
  [COUNT, Number.NaN],
  [COUNT, null],
  [DIAMETER, 12.25],
  [DIAMETER, Number.POSITIVE_INFINITY],
  [CT_DATE, '01/12/2019'],
  [CT_DATE, '2021-02-29'],
  [CT_DATE, 20200101],
  [PROTOCOL, 'yes'],
  [SEX, 'H'],
  [PATIENT, 7],
  [SEX, ['M']],
  [CT_DATE, ['2020-01-01']],
  [KI67, '5'],
  [PATIENT, ''],
];

describe('a stored value', () => {
  it.each(STORED.map(([{ name, kind }, value]) => ({ name, kind, value })))(
    'of $name is not $value',
    ({ kind, value }) => {
      expect(kind.holds(value)).toBe(false);
    },
  );
});
