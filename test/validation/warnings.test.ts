import { describe, expect, it } from 'vitest';
import { type Cells, csvFile } from './csv-file.ts';
import { codesOf, warningsOf } from './examined.ts';

const gradeWarning = (cells: Cells<'patients'>) => {
  const [warning, ...others] = warningsOf(csvFile('patients', [cells]));
  expect(others).toEqual([]);
  return warning && (/OMS 2019 : (G\d)/.exec(warning.message.fr)?.[1] ?? warning.message.fr);
};

/** Ki67 and mitoses that give each grade of the WHO 2019; blank is not known. */
const GRADES: readonly (readonly [ki67: string, mitoses: string, grade: string])[] = [
  ['2.9', '1.9', 'G1'],
  ['3', '1', 'G2'],
  ['20', '20', 'G2'],
  ['20,1', '0', 'G3'],
  ['0', '2', 'G2'],
  ['0', '20.5', 'G3'],
  ['', '0', 'G1'],
  ['55', '', 'G3'],
];

describe('the declared grade', () => {
  it.each(GRADES)(
    'with Ki67 %s %% and %s mitoses should be %s',
    (ki67_percent, mitoses_per_10_hpf, derived) => {
      for (const grade of ['G1', 'G2', 'G3']) {
        const warned = gradeWarning({ grade, ki67_percent, mitoses_per_10_hpf });
        expect(warned).toBe(grade === derived ? undefined : derived);
      }
    },
  );

  it('is G3 of a poorly differentiated tumour, whatever the indices', () => {
    const poor = { differentiation: 'poor', ki67_percent: '', mitoses_per_10_hpf: '' };
    expect(gradeWarning({ ...poor, grade: 'G2' })).toBe('G3');
    expect(gradeWarning({ ...poor, grade: 'G3' })).toBeUndefined();
  });

  it('is not doubted where it, or both indices, are not known', () => {
    expect(gradeWarning({ grade: '', ki67_percent: '55' })).toBeUndefined();
    expect(gradeWarning({ grade: 'G3', ki67_percent: 'NA', mitoses_per_10_hpf: 'NC' })).toBeUndefined();
  });
});

describe('two readers of one pair', () => {
  it('may read the same scans', () => {
    expect(warningsOf(csvFile('pairs', [{ reader: '1' }, { reader: '2' }])).map(({ code }) => code)).toEqual([
      'PATIENT_NOT_SENT',
      'PATIENT_NOT_SENT',
    ]);
  });
});

describe('a file with a single problem', () => {
  it('is refused whole, and only its problems are reported', () => {
    expect(codesOf(csvFile('patients', [{ grade: 'G3' }, { patient_id: 'P2', sex: 'X' }]))).toEqual([
      'UNEXPECTED_VALUE',
    ]);
  });
});
