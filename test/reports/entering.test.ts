import { describe, expect, it } from 'vitest';
import { type Entering, enteringStudy } from '#shared/reports/entering.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import type { TableName, TableRow } from '#shared/tables/tables.ts';
import { COHORTS, cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { lesionRow, pairRow, patientRow } from '#test/tables/rows.ts';
import { csvFile } from '#test/validation/csv-file.ts';
import { reportOf } from './verdicts.ts';

type Patient = Extract<TableRow, { table: 'patients' }>['row'];
type Pair = Extract<TableRow, { table: 'pairs' }>['row'];
const patient = (patient_id: string, differs: Partial<Patient> = {}): TableRow => ({
  table: 'patients',
  row: { ...patientRow(), patient_id, ...differs },
});
const pair = (patient_id: string, differs: Partial<Pair> = {}): TableRow => ({
  table: 'pairs',
  row: { ...pairRow(), patient_id, ...differs },
});
const entering = (table: TableName, rows: readonly TableRow[], others: readonly TableRow[] = []) =>
  enteringStudy(table, rows, others, SETTINGS);
const told = (found: Entering | null) =>
  found && [
    found.patients,
    found.pairs,
    ...found.leftOut.map(({ reason, patients, pairs }) => [reason, patients, pairs]),
  ];

const PATIENTS = [patient('A'), patient('B', { histologically_proven: false }), patient('C')];
const PAIRS = [
  pair('A'),
  pair('A', { pair: 2, protocol_complete: false }),
  pair('A', { reader: 2 }),
  pair('B'),
  pair('C', { ct_date: '2019-01-01', mri_date: '2019-09-01' }),
];

describe('what of a file enters the study', () => {
  it('is, of a patients file, its patients with their pairs', () => {
    expect(told(entering('patients', PATIENTS, PAIRS))).toEqual([
      1,
      1,
      ['not_histologically_proven', 1, 1],
      ['no_pair_with_complete_protocol', 0, 1],
      ['interval_of_three_months_or_more', 1, 1],
    ]);
  });

  it('is, of a patients file alone, whom their own row does not leave out', () => {
    expect(told(entering('patients', PATIENTS))).toEqual([2, null, ['not_histologically_proven', 1, 0]]);
  });

  it('is, of a pairs file, its own pairs with their patients', () => {
    const [first, ...others] = [[...PAIRS, pair('D')], PATIENTS];
    expect(told(entering('pairs', first ?? [], others.flat()))).toEqual([
      1,
      1,
      ['patient_not_sent', 1, 1],
      ['not_histologically_proven', 1, 1],
      ['no_pair_with_complete_protocol', 0, 1],
      ['interval_of_three_months_or_more', 1, 1],
    ]);
  });

  it('counts a patient who enters by a pair of another file', () => {
    const late = [pair('A', { pair: 3, protocol_complete: false })];
    expect(told(entering('pairs', late, [...PATIENTS, ...PAIRS]))).toEqual([
      1,
      0,
      ['no_pair_with_complete_protocol', 0, 1],
    ]);
  });

  it('is nothing of lesions, nor of second readings alone', () => {
    expect(entering('lesions', [{ table: 'lesions', row: lesionRow() }], PATIENTS)).toBeNull();
    expect(entering('pairs', [pair('A', { reader: 2 })], PATIENTS)).toBeNull();
  });

  it.each(COHORTS)('adds up to the study’s own patients and pairs in the cohort %s', (cohort) => {
    const rows = rowsOfCentres(cohortFiles(cohort));
    for (const [centre, own] of Map.groupBy(rows, (row) => row.centre)) {
      const included = includedPatients(assembleStudy(own), SETTINGS);
      const contents = own.map(({ content }) => content);
      const patients = contents.filter(({ table }) => table === 'patients');
      const others = contents.filter(({ table }) => table !== 'patients');
      const found = entering('patients', patients, others);
      expect([centre, found?.patients, found?.pairs]).toEqual([
        centre,
        included.length,
        included.reduce((sum, { readings }) => sum + readings.length, 0),
      ]);
      const all = found?.leftOut.reduce((sum, reason) => sum + reason.patients, found.patients);
      expect(all).toBe(patients.length);
    }
  });
});

describe('the report says', () => {
  const accepted = csvFile('patients', [{}]);
  const text = (found: Entering | null, language: 'fr' | 'en') =>
    reportText(reportOf(accepted, { entering: found }), language)
      .replace(/[\u00a0\u202f]/g, ' ')
      .split('\n');

  it('how many patients and pairs enter, and why the others do not', () => {
    const found = entering('patients', PATIENTS, PAIRS);
    expect(text(found, 'fr').slice(2, 6)).toEqual([
      'entrent dans l’étude : 1 patient sur 3, 1 couple sur 4',
      '   n’entrent pas : 1 patient, 1 couple – pas de preuve histologique',
      '   n’entrent pas : 1 couple – aucun couple au protocole complet',
      '   n’entrent pas : 1 patient, 1 couple – intervalle de trois mois ou plus',
    ]);
    expect(text(found, 'en')[2]).toBe('enter the study: 1 patient of 3, 1 pair of 4');
  });

  it('what one table alone can say', () => {
    expect(text(entering('patients', PATIENTS), 'fr').slice(2, 4)).toEqual([
      'peuvent entrer dans l’étude, d’après ce seul tableau : 2 patients sur 3',
      '   n’entrent pas : 1 patient – pas de preuve histologique',
    ]);
  });
});
