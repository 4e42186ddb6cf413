import { describe, expect, it } from 'vitest';
import { ANNOTATION_COLUMN, annotationAt, isOurAnnotation } from '#shared/validation/annotation-column.ts';
import { hospitalFile } from '#test/hospital-files/hospital-file.ts';
import { bytesOf } from './csv-file.ts';
import { codesOf, examined, findings, problemsOf, rowsOf } from './examined.ts';
import { finding } from './problem-case.ts';

const HEADER = 'patient_id,pair,lesion,side,ct_arterial_mm,ct_portal_mm';
const ANNOTATED = `${HEADER},${ANNOTATION_COLUMN}`;
const file = (...lines: readonly string[]) => bytesOf(lines.map((line) => `${line}\n`).join(''));

describe('our own annotation, in a file that comes back', () => {
  it.each([
    ANNOTATION_COLUMN,
    'Problem',
    ' problem ',
    'problem: Cette colonne manque. / This column is missing.',
    'problem : Cette colonne manque. / This column is missing.',
  ])('is recognised in the last cell of a header that is not blank, by its name: "%s"', (cell) => {
    expect(annotationAt(['patient_id', cell])).toBe(1);
    expect(rowsOf(file(`${HEADER},${cell}`, 'P1,1,1,left,9,8,Faux. / Wrong.'))).toHaveLength(1);
  });

  it.each([[[]], [['problems']], [['no problem']], [['problem', 'patient_id']]])(
    'is not recognised in %j',
    (cells) => {
      expect(annotationAt(cells)).toBeUndefined();
    },
  );

  it('is read with blank columns behind it, as a spreadsheet sends it back', () => {
    expect(annotationAt(['patient_id', 'problem', '', ' '])).toBe(1);
    expect(rowsOf(hospitalFile('problem-column-then-blanks'))).toHaveLength(1);
    expect(rowsOf(file(`${ANNOTATED},,`, 'P1,1,1,left,9,8,,,', 'P1,1,2,left,9,8'))).toHaveLength(2);
  });

  it.each([
    ['', true],
    ['Faux. / Wrong.', true],
    ['sex: Faux. [UNEXPECTED_VALUE]', true],
    ['Faux. / Wrong. [UTF_16]', true],
    ['RAS', false],
    ['RAS / rien', false],
    ['vu [2019]', false],
  ])('writes %j: %s', (cell, ours) => {
    expect(isOurAnnotation(cell)).toBe(ours);
  });

  it('is not taken for the sender’s own column of that name, which is unknown', () => {
    const own = problemsOf(hospitalFile('own-column-problem'));
    expect(findings(own)).toEqual([finding('UNKNOWN_COLUMN', 1, 'problem', 'problem')]);
    expect(own[0]?.message.en).toContain('(line 2)');
    expect(codesOf(file(`${ANNOTATED},`, 'P1,1,1,left,9,8,,', 'P1,1,2,left,9,8,à revoir'))).toEqual([
      'UNKNOWN_COLUMN',
    ]);
  });

  it('is not read, whether it says something or not', () => {
    expect(rowsOf(file(ANNOTATED, 'P1,1,1,left,9,8,', 'P1,1,2,left,9,8,Faux. / Wrong.'))).toHaveLength(2);
    expect(rowsOf(file(ANNOTATED, 'P1,1,1,left,9,8'))).toHaveLength(1);
  });

  it('is a column like any other where it is not the last one', () => {
    expect(findings(problemsOf(file(`problem,${HEADER}`, ',P1,1,1,left,9,8')))).toEqual([
      finding('UNKNOWN_COLUMN', 1, 'problem', 'problem'),
    ]);
    expect(codesOf(file(`${HEADER},problem,problem`, 'P1,1,1,left,9,8,,'))).toEqual(['UNKNOWN_COLUMN']);
  });

  it('shows that a decimal comma has shifted the cells before it', () => {
    const shifted = problemsOf(file(ANNOTATED, 'P1,1,1,left,9,5,8'));
    expect(findings(shifted)).toEqual([finding('CELL_OUTSIDE_HEADER', 2, null, '8')]);
    expect(shifted[0]?.message.en).toContain('number 7:');
    const further = problemsOf(file(ANNOTATED, 'P1,1,1,left,9,5,,'));
    expect(findings(further)).toEqual([finding('CELL_OUTSIDE_HEADER', 2, null, '')]);
    expect(further[0]?.message.en).toContain('number 8:');
    expect(codesOf(file(ANNOTATED, 'P1,1,1,left,9,5,Faux. / Wrong.,'))).toEqual(['CELL_OUTSIDE_HEADER']);
  });
});

describe('the delimiter of a header that is refused', () => {
  it.each([
    ['nom,âge', ','],
    ['nom\tâge', '\t'],
    ['nom;âge', ';'],
    ['nom,âge;sexe;poids', ';'],
    ['nom;âge,sexe,poids', ','],
    ['nom;âge,sexe', ';'],
    ['nom', ';'],
    ['"nom,"âge"', ','],
  ])('is that which stands most often in %j', (header, delimiter) => {
    expect(examined(file(header, 'P1'))).toMatchObject({ verdict: 'refused', text: { delimiter } });
  });
});
