import { describe, expect, it } from 'vitest';
import { ANNOTATION_COLUMN, isAnnotated } from '#shared/validation/recognise-header.ts';
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
  ])('is recognised in the last cell of a header by its name: "%s"', (cell) => {
    expect(isAnnotated(['patient_id', cell])).toBe(true);
    expect(rowsOf(file(`${HEADER},${cell}`, 'P1,1,1,left,9,8,Faux. / Wrong.'))).toHaveLength(1);
  });

  it.each([[[]], [['problems']], [['no problem']], [['problem', 'patient_id']]])(
    'is not recognised in %j',
    (cells) => {
      expect(isAnnotated(cells)).toBe(false);
    },
  );

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
    expect(shifted[0]?.message.en).toContain('Cell 7 of');
    const further = problemsOf(file(ANNOTATED, 'P1,1,1,left,9,5,,'));
    expect(findings(further)).toEqual([finding('CELL_OUTSIDE_HEADER', 2, null, '')]);
    expect(further[0]?.message.en).toContain('Cell 8 of');
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
