import { describe, expect, it } from 'vitest';
import { hospitalFile } from '#test/hospital-files/hospital-file.ts';
import { counts, pairRow } from '#test/tables/rows.ts';
import { columnNames, csvFile, fileOfCells, PLAIN } from './csv-file.ts';
import { centreRows, examined, findings, problemsOf, warningsOf } from './examined.ts';
import { finding } from './problem-case.ts';

describe('a column of month-first dates', () => {
  const problems = problemsOf(hospitalFile('month-first-dates'));

  it('is one problem, whatever many of its dates are impossible', () => {
    expect(findings(problems)).toMatchObject([
      finding('MONTH_FIRST_DATES', 1, 'ct_date'),
      finding('MONTH_FIRST_DATES', 1, 'mri_date'),
    ]);
    expect(problems[0]?.message.fr).toContain('12/31/2019 (ligne 3)');
  });

  it('is marked in every row that has such a date', () => {
    const everyRow = Array.from({ length: 37 }, (_, row) => row + 2);
    expect(problems.map(({ marks }) => marks)).toEqual([everyRow, everyRow]);
  });

  it('does not mark what is unmistakable, nor columns without an impossible date', () => {
    const dates = ['2019-06-03', '06/03/2019', '12/31/2019', '31/12/2019', '', '5.6.2019'];
    const rows = dates.map((ct_date, at) => ({ pair: String(at + 1), ct_date, mri_date: '01/02/2019' }));
    const found = problemsOf(csvFile('pairs', rows));
    const [column, ...others] = found.filter(({ code }) => code !== 'BLANK_CELL');
    expect(column).toMatchObject({ code: 'MONTH_FIRST_DATES', column: 'ct_date', marks: [3, 4, 7] });
    expect(others.filter((other) => other.column === 'mri_date')).toEqual([]);
  });

  it('says nothing of the order of its dates', () => {
    // Read as days first, the second pair would lie before the first.
    const rows = [
      { ct_date: '02/03/2019', mri_date: '02/04/2019' },
      { pair: '2', ct_date: '03/01/2019', mri_date: '03/02/2019' },
      { pair: '3', ct_date: '12/31/2019', mri_date: '12/31/2019' },
    ];
    expect(problemsOf(csvFile('pairs', rows)).map(({ code }) => code)).toEqual([
      'MONTH_FIRST_DATES',
      'MONTH_FIRST_DATES',
    ]);
    expect(problemsOf(csvFile('pairs', rows.slice(0, 2))).map(({ code }) => code)).toEqual([
      'PAIRS_OUT_OF_ORDER',
    ]);
  });
});

it('a column whose cells are all written in one wrong manner is marked in those rows, with the first as example', () => {
  const rows = ['06/03/19', '2019-03-06', '07/03/19'].map((ct_date, at) => ({
    pair: String(at + 1),
    ct_date,
  }));
  const [column] = problemsOf(csvFile('pairs', rows));
  expect(column).toMatchObject({ code: 'TWO_DIGIT_YEARS', marks: [2, 4] });
  expect(column?.message.en).toContain('06/03/19 (line 2)');
});

describe('a first column without a name', () => {
  it('is no row names where it is blank in a row', () => {
    const cells = ['P1', '1', '1', '1', 'left', '9', '9', '9', '9', '9', '9'];
    const lines = [
      ['', ...columnNames('lesions')],
      ['1', ...cells],
      ['', ...cells.with(3, '2')],
    ];
    expect(problemsOf(fileOfCells(lines)).map(({ code }) => code)).toEqual(['CELL_OUTSIDE_HEADER']);
  });
});

describe('a file with several mistakes', () => {
  it('still has its table named where the cause is in the header', () => {
    expect(examined(hospitalFile('row-names-column'))).toMatchObject({ table: 'patients' });
  });

  it('is read on behind a second header like the first', () => {
    const header = columnNames('patients');
    const row = (id: string, sex: string) =>
      header.map((name) =>
        name === 'patient_id'
          ? id
          : name === 'sex'
            ? sex
            : ({ histologically_proven: 'yes', primary_site: 'pancreas', liver_metastases: 'present' }[
                name
              ] ?? ''),
      );
    const found = problemsOf(fileOfCells([header, row('P1', 'F'), header, row('P2', 'x')], PLAIN));
    expect(findings(found)).toEqual([
      finding('SECOND_HEADER', 3),
      finding('UNEXPECTED_VALUE', 4, 'sex', 'x'),
    ]);
  });
});

it('a warning of many rows marks them', () => {
  const rows = [
    { mri_diffusion_right: '2', mri_diffusion_left: '2' },
    { pair: '2' },
    { pair: '3', mri_diffusion_left: '2' },
  ];
  const totals = warningsOf(csvFile('pairs', rows)).find(({ code }) => code === 'TOTAL_EQUALS_ONE_SEQUENCE');
  expect(totals?.marks).toEqual([2, 4]);
  expect(totals?.message.fr).toContain('2 lignes sur 3');
  expect(totals?.message.fr).toContain('(mri_total_right, mri_total_left)');
});

describe('a warning of many rows names what it is about', () => {
  const FOUR = ['1', '2', '3', '4'] as const;
  it('scans outside the period: the scans', () => {
    const rows = FOUR.map((pair) => ({ pair, ct_date: `0${pair}/01/2015`, mri_date: `0${pair}/02/2015` }));
    const scans = warningsOf(csvFile('pairs', rows)).find(({ code }) => code === 'SCAN_OUTSIDE_PERIOD');
    expect(scans?.message.en).toContain('(ct_date, mri_date)');
  });

  it('numbers that the listed lesions do not give: the columns of pairs, also in the sheet', () => {
    const counted = FOUR.map((pair) => ({
      table: 'pairs' as const,
      row: pairRow({ ...counts(() => 1), pair: Number(pair), lesions_listed: 'all', ct_total_right: 2 }),
    }));
    const rows = FOUR.map((pair) => ({ pair, seen_mri_portal: 'no' }));
    const listed = warningsOf(csvFile('visibility', rows), centreRows(...counted)).find(
      ({ code }) => code === 'LISTED_UNLIKE_COUNTED',
    );
    expect(listed?.message.fr).toContain('mri_portal_right, ');
    expect(listed?.message.fr).toContain('ct_total_right, ');
    expect(listed?.message.fr).not.toContain('ct_portal_right');
  });
});
