import { describe, expect, it } from 'vitest';
import { derivedClass, derivedGrade, type Histology } from '#shared/protocol/grade.ts';

const tumour = (
  differentiation: Histology['differentiation'],
  ki67_percent: number | null,
  mitoses_per_10_hpf: number | null,
): Histology => ({ differentiation, ki67_percent, mitoses_per_10_hpf });

describe('the WHO 2019 class', () => {
  it.each([
    ['well', 2.9, 1.9, 'net_g1'],
    ['well', 3, 1, 'net_g2'],
    ['well', 20, 20, 'net_g2'],
    ['well', 20.1, 0, 'net_g3'],
    ['well', 0, 20.1, 'net_g3'],
    ['well', null, 2, 'net_g2'],
    ['well', null, null, null],
    [null, 1, null, 'net_g1'],
    [null, 55, 0, 'g3_net_or_nec'],
    [null, null, null, null],
    ['poor', 60, 30, 'nec_g3'],
    ['poor', null, null, 'nec_g3'],
    ['poor', 1, 0, 'nec_g3'],
  ] as const)(
    'of a tumour that is %s, Ki67 %s, mitoses %s, is %s',
    (differentiation, ki67, mitoses, expected) => {
      expect(derivedClass(tumour(differentiation, ki67, mitoses))).toBe(expected);
    },
  );

  it('has the grade that its name says', () => {
    expect(derivedGrade(tumour('poor', 1, 0))).toBe('G3');
    expect(derivedGrade(tumour('well', 25, 0))).toBe('G3');
    expect(derivedGrade(tumour(null, 2, 5))).toBe('G2');
    expect(derivedGrade(tumour('well', 2, null))).toBe('G1');
    expect(derivedGrade(tumour('well', null, null))).toBeNull();
  });
});
