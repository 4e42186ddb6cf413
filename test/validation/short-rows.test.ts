import { describe, expect, it } from 'vitest';
import { bytesOf } from './csv-file.ts';
import { codesOf, rowsElsewhere, warningsOf } from './examined.ts';

const HEADER = 'patient_id,pair,lesion,side,ct_arterial_mm,ct_portal_mm,mri_portal_mm';
const file = (header: string, ...lines: readonly string[]) => bytesOf([header, ...lines].join('\n'));

describe('a file without a line end', () => {
  it.each([
    ['whose last row has all its cells', [HEADER, 'P1,1,1,left,9,,']],
    ['whose last row has its blank cells but for those below no heading', [`${HEADER},,`, 'P1,1,1,left,9,,']],
    ['whose last row has all cells before our annotation', [`${HEADER},problem`, 'P1,1,1,left,9,,']],
    ['whose last line is blank', [HEADER, 'P1,1,1,left,9', ',,']],
    ['whose last line has nothing but spaces', [HEADER, 'P1,1,1,left,9', '  ']],
  ])('%s is not cut off', (_, [header = '', ...lines]) => {
    expect(codesOf(file(header, ...lines))).toEqual([]);
  });

  it('is where its last row stops before our annotation', () => {
    expect(codesOf(file(`${HEADER},problem`, 'P1,1,1,left,9'))).toEqual(['LOOKS_CUT_OFF']);
  });

  it('is not where only a row above is short', () => {
    expect(codesOf(file(HEADER, 'P1,1,1,left,9', 'P1,1,2,left,9,,'))).toEqual([]);
  });
});

const shifted = (header: string, ...lines: readonly string[]) =>
  warningsOf(file(header, ...lines, ''), rowsElsewhere('pairs', ['P1#1#1']))
    .filter(({ code }) => code === 'PERHAPS_HALF_NUMBERS')
    .map(({ row, message }) => [row, / may be one number, ([\d,]+),/.exec(message.en)?.[1]]);

describe('a short row of a comma-separated file', () => {
  it('may hide a number cut in two', () => {
    expect(shifted(HEADER, 'P1,1,1,left,12,8', 'P1,1,2,left,9', 'P1,1,3,left,,12,8')).toEqual([[2, '12,8']]);
  });

  it('hides none where its numbers have decimals, or are not side by side', () => {
    expect(shifted(HEADER, 'P1,1,1,left,12.5,8', 'P1,1,2,left,12')).toEqual([]);
    expect(shifted(`${HEADER},mri_t2fs_mm`, 'P1,1,1,left,12,,8')).toEqual([]);
  });

  it('hides none among whole numbers, nor under another separator', () => {
    expect(shifted('patient_id,pair,lesion,ct_portal_mm,side,mri_portal_mm', 'P1,1,1,9,left')).toEqual([]);
    expect(shifted(HEADER.replaceAll(',', ';'), 'P1;1;1;left;12;8')).toEqual([]);
  });
});
