import { describe, expect, it } from 'vitest';
import { circumstancesAt } from '#shared/validation/circumstances.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { type Bytes, csvFile } from './csv-file.ts';
import { examined, findings } from './examined.ts';
import { finding } from './problem-case.ts';

const sentAt = (bytes: Bytes, at: string) => {
  const examination = examined(bytes, NO_OTHER_ROWS, SETTINGS, circumstancesAt(at));
  return examination.verdict === 'refused' ? findings(examination.problems) : [];
};

describe('a date after the day of the upload', () => {
  const scans = csvFile('pairs', [{ ct_date: '2019-03-01', mri_date: '02/03/2019' }]);

  it('is refused until that day', () => {
    expect(sentAt(scans, '2019-03-01T23:59:59.000Z')).toEqual([
      finding('DATE_AFTER_UPLOAD', 2, 'mri_date', '02/03/2019'),
    ]);
    expect(sentAt(scans, '2019-03-02T00:00:00.000Z')).toEqual([]);
  });

  it('is refused in every column that has dates', () => {
    const patients = csvFile('patients', [
      { board_date: '2019-03-02' },
      { patient_id: 'P2', board_date: '' },
    ]);
    expect(sentAt(patients, '2019-03-01T00:00:00.000Z')).toEqual([
      finding('DATE_AFTER_UPLOAD', 2, 'board_date', '2019-03-02'),
    ]);
    expect(sentAt(scans, '2019-02-28T00:00:00.000Z').map(({ column }) => column)).toEqual([
      'ct_date',
      'mri_date',
    ]);
  });

  it('means nothing where months stand first', () => {
    const american = csvFile('pairs', [
      { ct_date: '03/01/2019', mri_date: '03/12/2019' },
      { pair: '2', ct_date: '03/14/2019', mri_date: '03/15/2019' },
    ]);
    const codes = new Set(sentAt(american, '2019-06-01T00:00:00.000Z').map(({ code }) => code));
    expect([...codes]).toEqual(['MONTH_FIRST_DATES']);
  });
});
