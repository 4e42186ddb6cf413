import { describe, expect, it } from 'vitest';
import { SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
import { diameterColumn } from '#shared/tables/lesions.ts';
import { NO_OTHER_ROWS, type OtherRows } from '#shared/validation/identity-rules.ts';
import { type Cells, csvFile } from './csv-file.ts';
import { codesOf, examined, findings, problemsOf, rowsElsewhere, warningsOf } from './examined.ts';
import { finding } from './problem-case.ts';

const UNMEASURED: Cells<'lesions'> = Object.fromEntries(
  SEQUENCE_NAMES.map((name) => [diameterColumn(name), '']),
);
const numbered = (lesions: readonly number[], more: Cells<'lesions'> = {}): readonly Cells<'lesions'>[] =>
  lesions.map((lesion) => ({ lesion: String(lesion), ...more }));

describe('the diameters of a lesion', () => {
  it.each(SEQUENCE_NAMES)('may be known on %s only, from 5 mm on', (sequence) => {
    const on = (diameter: string) =>
      csvFile('lesions', [{ ...UNMEASURED, [diameterColumn(sequence)]: diameter }]);
    expect(codesOf(on('5'))).toEqual([]);
    expect(codesOf(on('5,0'))).toEqual([]);
    expect(codesOf(on('400'))).toEqual([]);
    expect(codesOf(on('4.9'))).toEqual(['LESION_TOO_SMALL']);
    expect(codesOf(on('0'))).toEqual(['LESION_TOO_SMALL']);
    expect(codesOf(on(''))).toEqual(['NO_DIAMETER']);
    expect(codesOf(on('400.1'))).toEqual(['UNEXPECTED_VALUE']);
  });

  it('may be small on some sequences, as long as one is large', () => {
    expect(codesOf(csvFile('lesions', [{ ...UNMEASURED, mri_t2fs_mm: '0', ct_portal_mm: '5' }]))).toEqual([]);
  });
});

describe('a lesion under 5 mm', () => {
  const rows = (...lesions: readonly Cells<'lesions'>[]) =>
    csvFile(
      'lesions',
      lesions.map((cells) => ({ ...UNMEASURED, ...cells })),
    );
  const large = { mri_t2fs_mm: '12' };

  it.each(['4.9', '3', '0'])('of %s mm may stand for a number that an earlier pair has', (mri_t2fs_mm) => {
    expect(codesOf(rows({ pair: '1', ...large }, { pair: '2', mri_t2fs_mm }))).toEqual([]);
    // The order of the rows does not matter, nor who read the earlier pair.
    expect(codesOf(rows({ pair: '2', mri_t2fs_mm }, { pair: '1', reader: '2', ...large }))).toEqual([]);
  });

  it('may not on the first pair that has it, nor for another number, nor for another patient', () => {
    const small = { mri_t2fs_mm: '3' };
    expect(codesOf(rows({ pair: '1', ...small }, { pair: '2', ...large }))).toEqual(['LESION_TOO_SMALL']);
    expect(codesOf(rows({ pair: '2', ...large }, { pair: '2', lesion: '2', ...small }))).toEqual([
      'LESION_TOO_SMALL',
    ]);
    expect(codesOf(rows({ pair: '1', ...large }, { pair: '2', patient_id: 'P2', ...small }))).toEqual([
      'LESION_TOO_SMALL',
    ]);
  });
});

describe('five lesions a pair and reader', () => {
  it('are the most, of each pair and of each reader', () => {
    const five = [1, 2, 3, 4, 5];
    const rows = [
      ...numbered(five),
      ...numbered(five, { reader: '2' }),
      ...numbered(five, { pair: '2' }),
      ...numbered(five, { patient_id: 'P2' }),
    ];
    expect(codesOf(csvFile('lesions', rows))).toEqual([]);
    expect(codesOf(csvFile('lesions', [...rows, ...numbered([6], { pair: '2' })]))).toEqual([
      'TOO_MANY_LESIONS',
    ]);
  });

  it('are the most over two files of the centre; then the other file is named as the cause', () => {
    const elsewhere = rowsElsewhere(
      'lesions',
      ['P1#1#1#7', 'P1#1#1#8', 'P1#2#1#1', 'P2#1#1#1'],
      'lesions-2021.csv',
    );
    expect(codesOf(csvFile('lesions', numbered([1, 2, 3])), elsewhere)).toEqual([]);
    expect(examined(csvFile('lesions', numbered([1, 2, 3, 4])), elsewhere)).toMatchObject({
      verdict: 'refused',
      blockedBy: ['lesions-2021.csv'],
      problems: [finding('TOO_MANY_LESIONS', 5, 'lesion', '4')],
    });
  });

  it('are the most, also where the last of them is the first too many for another file', () => {
    const elsewhere = rowsElsewhere('lesions', ['P1#1#1#9'], 'lesions-2021.csv');
    expect(examined(csvFile('lesions', numbered([1, 2, 3, 4, 5])), elsewhere)).toMatchObject({
      blockedBy: ['lesions-2021.csv'],
      problems: [finding('TOO_MANY_LESIONS', 6, 'lesion', '5')],
    });
  });

  it('are no limit to patients or pairs', () => {
    const six = ['1', '2', '3', '4', '5', '6'];
    expect(
      codesOf(
        csvFile(
          'patients',
          six.map((number) => ({ patient_id: `P${number}` })),
        ),
      ),
    ).toEqual([]);
    expect(
      codesOf(
        csvFile(
          'pairs',
          six.map((reader) => ({ reader })),
        ),
      ),
    ).toEqual([]);
  });

  it('that are too many in the file itself wait for no other file', () => {
    expect(examined(csvFile('lesions', numbered([1, 2, 3, 4, 5, 6])))).toMatchObject({ blockedBy: [] });
  });

  it('are distinct ones: a lesion that stands twice is refused for that alone', () => {
    const bytes = csvFile('lesions', numbered([1, 2, 3, 4, 4, 4]));
    expect(codesOf(bytes)).toEqual(['REPEATED_ROW', 'REPEATED_ROW']);
    const elsewhere = rowsElsewhere('lesions', ['P1#1#1#1', 'P1#1#1#2', 'P1#1#1#3']);
    expect(codesOf(csvFile('lesions', numbered([1, 2, 3])), elsewhere)).toEqual([
      'ROW_IN_OTHER_FILE',
      'ROW_IN_OTHER_FILE',
      'ROW_IN_OTHER_FILE',
    ]);
  });
});

describe('rows of older files of the centre', () => {
  it('are named by file and line, and what blocks one problem is remembered', () => {
    const others: OtherRows = {
      ...NO_OTHER_ROWS,
      patients: new Map([
        ['P1', { file: 'b.csv', line: 12, older: true }],
        ['P2', { file: 'a.csv', line: 2, older: true }],
        ['P3', { file: 'b.csv', line: 13, older: true }],
      ]),
      // The same key in another table is no conflict.
      pairs: new Map([['P4', { file: 'c.csv', line: 2, older: true }]]),
    };
    const rows = ['P1', 'P2', 'P3', 'P4'].map((patient_id) => ({ patient_id }));
    const examination = examined(csvFile('patients', rows), others);
    expect(examination).toMatchObject({ verdict: 'refused', blockedBy: ['b.csv'] });
    const [first] = problemsOf(csvFile('patients', rows), others);
    expect(first?.message.fr).toContain('b.csv, ligne 12');
    expect(first?.message.en).toContain('b.csv, line 12');
  });
});

describe('rows of younger files of the centre', () => {
  const younger = (others: OtherRows): OtherRows => ({
    ...others,
    lesions: new Map([...others.lesions].map(([key, place]) => [key, { ...place, older: false }])),
  });

  it('refuse nothing: of two files with the same row, the older one counts', () => {
    const elsewhere = rowsElsewhere('lesions', ['P1#1#1#1', 'P1#1#1#7', 'P1#1#1#8', 'P1#1#1#9']);
    const bytes = csvFile('lesions', numbered([1, 2, 3]));
    expect(codesOf(bytes, elsewhere)).not.toEqual([]);
    expect(codesOf(bytes, younger(elsewhere))).toEqual([]);
  });

  it('count in this one, where it has too many', () => {
    const elsewhere = younger(rowsElsewhere('lesions', ['P1#1#1#1', 'P1#1#1#2', 'P1#1#1#3']));
    const six = csvFile('lesions', numbered([1, 2, 3, 4, 5, 6]));
    expect(codesOf(six, elsewhere)).toEqual(['TOO_MANY_LESIONS']);
  });
});

describe('a lesion too many over several files', () => {
  it('is caused by all of them, however many lesions each holds', () => {
    const places = (file: string, ...lesions: readonly number[]) =>
      rowsElsewhere(
        'lesions',
        lesions.map((number) => `P1#1#1#${number}`),
        file,
      ).lesions;
    const lesions = new Map([...places('b.csv', 4), ...places('a.csv', 5, 6)]);
    const examination = examined(csvFile('lesions', numbered([1, 2, 3])), { ...NO_OTHER_ROWS, lesions });
    expect(examination).toMatchObject({ verdict: 'refused', blockedBy: ['a.csv', 'b.csv'] });
  });
});

describe('warnings about lesions', () => {
  const PAIRS = rowsElsewhere('pairs', ['P1#1#1', 'P1#2#1', 'P1#3#1']);
  it('compare the side with where the lesion was first', () => {
    const sides = ['right', 'left', 'right'].map((side, position) => ({ pair: String(position + 1), side }));
    expect(findings(warningsOf(csvFile('lesions', sides), PAIRS))).toEqual([
      finding('SIDE_CHANGES', 3, 'side', 'left'),
    ]);
  });

  it('leave out a diameter that is exactly twice another', () => {
    const twice = { ...UNMEASURED, ct_arterial_mm: '10', ct_portal_mm: '20' };
    expect(warningsOf(csvFile('lesions', [twice]), PAIRS)).toEqual([]);
  });

  it('do not mix the lesions of two patients', () => {
    const rows = [{ side: 'right' }, { patient_id: 'P2', side: 'left' }];
    expect(warningsOf(csvFile('lesions', rows), rowsElsewhere('pairs', ['P1#1#1', 'P2#1#1']))).toEqual([]);
  });
});
