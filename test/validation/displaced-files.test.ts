import { describe, expect, it } from 'vitest';
import type { LesionRow } from '#shared/tables/lesions.ts';
import { rowKey, type TableRow } from '#shared/tables/tables.ts';
import type { VisibilityRow } from '#shared/tables/visibility.ts';
import { displacedFiles } from '#shared/validation/displaced-files.ts';
import { NO_OTHER_ROWS, type OtherRows, type RowPlace } from '#shared/validation/identity-rules.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { lesionRow, visibilityRow } from '#test/tables/rows.ts';
import { csvFile } from './csv-file.ts';
import { examined } from './examined.ts';

const [OLDER, YOUNGER] = [true, false];
type Elsewhere = readonly (readonly [row: string, file: string, older: boolean])[];

const places = (rows: Elsewhere) =>
  new Map<string, RowPlace>(
    rows.map(([row, file, older], position) => [row, { file, line: position + 2, older }]),
  );

function displacedBy(bytes: Uint8Array<ArrayBuffer>, others: Partial<OtherRows>): readonly string[] {
  const examination = examined(bytes);
  if (examination.verdict === 'refused') throw new Error('this file is refused for itself');
  return displacedFiles(examination.rows, { ...NO_OTHER_ROWS, ...others }, SETTINGS);
}

const lesion = (number: number) => ({ lesion: String(number) });
const threeLesions = csvFile('lesions', [1, 2, 3].map(lesion));
const lesionsIn = (file: string, older: boolean, ...numbers: readonly number[]): Elsewhere =>
  numbers.map((number) => [`P1#1#1#${number}`, file, older]);

describe('an accepted file of lesions', () => {
  const young = (content: TableRow, older = YOUNGER): OtherRows => ({
    ...NO_OTHER_ROWS,
    [content.table]: new Map<string, RowPlace>([
      [rowKey(content), { file: 'young.csv', line: 2, older, content }],
    ]),
  });
  const measured = (differs: Partial<LesionRow> = {}) =>
    ({ table: 'lesions', row: lesionRow(differs) }) as const;
  const listed = (differs: Partial<VisibilityRow> = {}) =>
    ({ table: 'visibility', row: visibilityRow(differs) }) as const;

  it('displaces a younger one that puts a listed lesion elsewhere, or gives it another size', () => {
    const sheet = csvFile('visibility', [{}]);
    expect(displacedBy(sheet, young(measured({ pair: 2, side: 'left' })))).toEqual(['young.csv']);
    expect(displacedBy(sheet, young(measured({ ct_portal_mm: 20 })))).toEqual(['young.csv']);
    expect(displacedBy(sheet, young(listed({ pair: 2, segment: 'V' })))).toEqual(['young.csv']);
    expect(displacedBy(csvFile('lesions', [{}]), young(listed({ size_class: '5_9' })))).toEqual([
      'young.csv',
    ]);
  });

  it('leaves older ones, those that say the same, those of other lesions, and measured ones beside measured ones', () => {
    const sheet = csvFile('visibility', [{}]);
    expect(displacedBy(sheet, young(listed({ pair: 2, segment: 'V' }), OLDER))).toEqual([]);
    expect(displacedBy(sheet, young(measured()))).toEqual([]);
    expect(displacedBy(sheet, young(measured({ pair: 2, ct_portal_mm: 20 })))).toEqual([]);
    expect(displacedBy(sheet, young(listed({ pair: 2, lesion: 2, segment: 'V' })))).toEqual([]);
    expect(displacedBy(csvFile('lesions', [{}]), young(measured({ pair: 2, side: 'left' })))).toEqual([]);
  });
});

describe('an accepted file', () => {
  it('displaces the younger files that hold a row of it, and no other table’s', () => {
    const patients = csvFile('patients', [{ patient_id: 'P1' }, { patient_id: 'P2' }]);
    const others = {
      patients: places([
        ['P1', 'young.csv', YOUNGER],
        ['P3', 'apart.csv', YOUNGER],
      ]),
      pairs: places([['P2', 'pairs.csv', YOUNGER]]),
    };
    expect(displacedBy(patients, others)).toEqual(['young.csv']);
  });

  it('displaces no older file', () => {
    expect(
      displacedBy(csvFile('patients', [{ patient_id: 'P1' }]), {
        patients: places([['P1', 'old.csv', OLDER]]),
      }),
    ).toEqual([]);
  });

  it('displaces a younger file with which a pair has more than five lesions', () => {
    expect(displacedBy(threeLesions, { lesions: places(lesionsIn('young.csv', YOUNGER, 4, 5)) })).toEqual([]);
    expect(displacedBy(threeLesions, { lesions: places(lesionsIn('young.csv', YOUNGER, 4, 5, 6)) })).toEqual([
      'young.csv',
    ]);
  });

  it('counts the lesions of the older files, and those of younger ones that stay', () => {
    const lesions = places([
      ...lesionsIn('old.csv', OLDER, 4),
      ...lesionsIn('young.csv', YOUNGER, 5),
      ...lesionsIn('younger.csv', YOUNGER, 6),
    ]);
    expect(displacedBy(threeLesions, { lesions })).toEqual(['younger.csv']);
  });

  it('leaves the place of a file that goes to those younger still', () => {
    const lesions = places([
      ...lesionsIn('young.csv', YOUNGER, 4, 5, 6),
      ...lesionsIn('younger.csv', YOUNGER, 7, 8),
    ]);
    expect(displacedBy(threeLesions, { lesions })).toEqual(['young.csv']);
  });

  it('leaves the place of a file that goes for a row of its own, too', () => {
    const lesions = places([
      ...lesionsIn('young.csv', YOUNGER, 3, 4),
      ...lesionsIn('younger.csv', YOUNGER, 5, 6),
    ]);
    expect(displacedBy(threeLesions, { lesions })).toEqual(['young.csv']);
  });

  it('displaces a file of which one pair has too many lesions, whatever there is of the others', () => {
    const twoPairs = csvFile('lesions', [...[1, 2, 3].map(lesion), { pair: '2', lesion: '1' }]);
    const ofBoth = [...lesionsIn('young.csv', YOUNGER, 4, 5, 6), ['P1#2#1#2', 'young.csv', YOUNGER] as const];
    for (const rows of [ofBoth, ofBoth.toReversed()]) {
      expect(displacedBy(twoPairs, { lesions: places(rows) })).toEqual(['young.csv']);
    }
  });

  it('leaves alone files with lesions of other pairs', () => {
    const elsewhere = [1, 2, 3, 4].map((number) => [`P1#2#1#${number}`, 'young.csv', YOUNGER] as const);
    expect(displacedBy(threeLesions, { lesions: places(elsewhere) })).toEqual([]);
  });
});
