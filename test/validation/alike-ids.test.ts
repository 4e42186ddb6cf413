import { describe, expect, it } from 'vitest';
import { bareId } from '#shared/validation/alike-ids.ts';
import { displacedFiles } from '#shared/validation/displaced-files.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { csvFile } from './csv-file.ts';
import { examined, rowsElsewhere } from './examined.ts';

describe('two ids look alike', () => {
  it.each([
    ['001', '1'],
    ['0', '000'],
    ['NTE-01', 'nte_01'],
    ['NTE-01', 'NTE01'],
    ['P01', 'P1'],
    ['-', '_'],
    ['0A', 'a'],
  ])('%s and %s', (one, other) => {
    expect(bareId(one)).toBe(bareId(other));
  });

  it.each([
    ['1', '10'],
    ['100', '1'],
    ['A10', 'A1'],
    ['NTE-1', 'NTE-2'],
    ['0', '1'],
    ['0', '-'],
    ['101', '11'],
  ])('but not %s and %s', (one, other) => {
    expect(bareId(one)).not.toBe(bareId(other));
  });
});

const file = csvFile('pairs', [{ patient_id: '7' }, { patient_id: '7', pair: '2' }]);

describe('the same patient written otherwise in another file', () => {
  it('is refused on each row, and waits for that file', () => {
    const examination = examined(file, rowsElsewhere('patients', ['007'], 'patients.csv'));
    if (examination.verdict === 'accepted') throw new Error('accepted');
    expect(examination.problems.map(({ row }) => row)).toEqual([2, 3]);
    expect(examination.blockedBy).toEqual(['patients.csv']);
  });

  it('is told by its first line there', () => {
    const others = rowsElsewhere('pairs', ['07#2#1', '07#1#1'], 'pairs-1.csv');
    const places = new Map([...others.pairs].toReversed());
    const examination = examined(file, { ...NO_OTHER_ROWS, pairs: places });
    if (examination.verdict === 'accepted') throw new Error('accepted');
    expect(examination.problems[0]?.message.en).toContain('"07", pairs-1.csv, line 2,');
  });

  const younger = {
    ...NO_OTHER_ROWS,
    patients: new Map([
      ['007', { file: 'alike.csv', line: 2, older: false }],
      ['7', { file: 'same.csv', line: 2, older: false }],
      ['70', { file: 'apart.csv', line: 2, older: false }],
    ]),
  };

  it('is accepted beside a younger file, which goes out of force', () => {
    const examination = examined(file, younger);
    if (examination.verdict === 'refused') throw new Error('refused');
    expect(displacedFiles(examination.rows, younger, SETTINGS)).toEqual(['alike.csv']);
  });
});
