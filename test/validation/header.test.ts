import { describe, expect, it } from 'vitest';
import { columnOfHeader, headerSpellings } from '#shared/tables/header-names.ts';
import { plainWord } from '#shared/tables/spellings/plain-word.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLE_NAMES, TABLES } from '#shared/tables/tables.ts';
import { DELIMITERS } from '#shared/validation/split-cells.ts';
import { bytesOf, columnNames, csvFile, PLAIN } from './csv-file.ts';
import { codesOf, examined, problemsOf, rowsOf, warningsOf } from './examined.ts';

describe('the header row', () => {
  it('may hold names of any length, of which the answer gives the beginning', () => {
    const name = 'n'.repeat(97_000);
    const bytes = bytesOf(
      `patient_id;sex;histologically_proven;primary_site;liver_metastases;${name}\nP1;M;1;colon;1;2\n`,
    );
    const problems = problemsOf(bytes);
    expect(problems.map(({ code }) => code)).toEqual(['UNKNOWN_COLUMN']);
    expect(JSON.stringify(problems).length).toBeLessThan(3000);
    expect(problems[0]?.column).toBe(`${'n'.repeat(200)}…`);
  });

  it.each(TABLE_NAMES)('tells that a file holds %s, whatever the delimiter', (table) => {
    for (const delimiter of DELIMITERS) {
      const examination = examined(csvFile(table, [{}], { ...PLAIN, delimiter, decimal: ',' }));
      expect(examination).toMatchObject({ verdict: 'accepted', table, text: { delimiter } });
    }
  });

  it('may come after blank lines and lines of blank cells', () => {
    const [row] = rowsOf(
      bytesOf('\r\n;;;;\r\n"";;\r\npatient_id;pair;lesion;side;ct_portal_mm\r\nP1;1;1;left;9,5\r\n'),
    );
    expect(row?.row).toMatchObject({ patient_id: 'P1', reader: 1, ct_portal_mm: 9.5, ct_arterial_mm: null });
  });

  it('may be shorter than the table: what is optional is not known then, and that is said', () => {
    const bytes = bytesOf(
      'Liver  metastases,Sex,Primary-Site,HISTOLOGICALLY_PROVEN,patient_id\npresent,H,colon,1,7\n',
    );
    expect(rowsOf(bytes)[0]?.row).toMatchObject({
      patient_id: '7',
      sex: 'M',
      histologically_proven: true,
      grade: null,
    });
    const [absent, ...others] = warningsOf(bytes);
    expect(others.map(({ code }) => code)).toEqual(['INCLUSION_COLUMN_ABSENT']);
    expect(absent).toMatchObject({ code: 'COLUMN_ABSENT', row: 1 });
    expect(absent?.message.en).toContain('grade');
    expect(absent?.message.en).not.toContain('sex');
  });

  it.each(['sep=;', 'sep=', 'SEP=;', '"sep=;"', 'sep=;;;;'])(
    'may come after %s, which Excel reads',
    (line) => {
      expect(
        rowsOf(bytesOf(`${line}\npatient_id;pair;lesion;side;ct_portal_mm\nP1;1;1;left;9\n`)),
      ).toHaveLength(1);
    },
  );

  it('may have more than one byte-order mark before it', () => {
    expect(
      rowsOf(bytesOf('\uFEFFpatient_id,pair,lesion,side,ct_portal_mm\nP1,1,1,left,9\n', 'utf-8-with-bom')),
    ).toHaveLength(1);
  });

  it('may come after a byte-order mark and the line that Excel reads', () => {
    const text = 'sep=;\npatient_id;pair;lesion;side;ct_portal_mm\nP1;1;1;left;9\n';
    expect(rowsOf(bytesOf(text, 'utf-8-with-bom'))).toHaveLength(1);
  });

  it('may come after a byte-order mark that was taken for letters and encoded again', () => {
    const text = 'patient_id,pair,lesion,side,ct_portal_mm\nP1,1,1,left,9\n';
    for (const encoding of ['utf-8', 'utf-8-with-bom', 'windows-1252'] as const) {
      expect(rowsOf(bytesOf(`ï»¿${text}`, encoding))).toHaveLength(1);
      expect(codesOf(bytesOf(`xï»¿${text}`, encoding))).toEqual(['UNKNOWN_COLUMN', 'MISSING_COLUMN']);
    }
  });

  it.each(TABLE_NAMES)('of %s may name every column by its titles, in any case', (table) => {
    const columns: readonly Column[] = TABLES[table].columns;
    const names = columns.flatMap((column) => headerSpellings(column).map((name) => [name, column] as const));
    for (const [name, column] of names) {
      for (const cell of [name, name.toUpperCase(), ` ${name.toLowerCase().replaceAll(' ', '_')} `]) {
        expect(columnOfHeader(table, cell), cell).toBe(column);
      }
    }
    // No title of a column is a title of another.
    const plain = names.map(([name, column]) => `${plainWord(name)} ${column.name}`);
    expect(new Set(plain.map((each) => each.split(' ')[0])).size).toBe(new Set(plain).size);
    const titles = columns.map(({ title }) => title.fr);
    const [row] = rowsOf(
      csvFile(table, [{}], {
        ...PLAIN,
        delimiter: ';',
        header: (column) => titles[columnNames(table).indexOf(column)] ?? '',
      }),
    );
    expect(row).toEqual(rowsOf(csvFile(table, [{}]))[0]);
  });

  it('names no column by a part of a title, or by a title of another table', () => {
    expect(columnOfHeader('patients', 'site')).toBeUndefined();
    expect(columnOfHeader('patients', 'date')).toBeUndefined();
    expect(columnOfHeader('patients', 'côté')).toBeUndefined();
    expect(columnOfHeader('lesions', 'Côté')?.name).toBe('side');
    expect(columnOfHeader('patients', '')).toBeUndefined();
    expect(columnOfHeader('patients', 'ki67?')).toBeUndefined();
    expect(
      codesOf(
        csvFile('patients', [{}], { ...PLAIN, header: (column) => (column === 'grade' ? 'Sexe' : column) }),
      ),
    ).toEqual(['REPEATED_COLUMN']);
  });

  it('may have blank cells, as long as nothing stands under them', () => {
    expect(rowsOf(bytesOf('patient_id;;pair;lesion;side;ct_portal_mm;\nP1;;1;1;left;9;;;\n'))).toHaveLength(
      1,
    );
  });

  it('decides, not the rows: a table is the one that knows most of its columns', () => {
    const header = 'patient_id,pair,reader';
    expect(examined(bytesOf(`${header},ct_date\nP1,1,1,2020-01-01\n`)).verdict).toBe('refused');
    expect(problemsOf(bytesOf(`${header}\nP1,1,1\n`)).map(({ column }) => column)).toEqual([
      'lesion',
      'side',
    ]);
    expect(codesOf(bytesOf(`${header},lesion\nP1,1,1,1\n`))).toEqual(['MISSING_COLUMN']);
    expect(codesOf(bytesOf(`${header},ct_date\nP1,1,1,2020-01-01\n`))).toEqual(
      new Array(3).fill('MISSING_COLUMN'),
    );
  });

  it('is not looked for in the second of two header rows', () => {
    const header = columnNames('lesions').join(',');
    expect(codesOf(bytesOf(`${header}\n${header}\n`))).toEqual(['SECOND_HEADER']);
    expect(codesOf(bytesOf(`Étude RENATEN\n${header}\n`))).toEqual(['UNKNOWN_HEADER']);
  });
});
