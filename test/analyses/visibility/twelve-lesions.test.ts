import { describe, expect, it } from 'vitest';
import { visibilityTables } from '#shared/analyses/visibility/tables.ts';
import { recordsOf, type TableRecord } from '#shared/presentation/read-table.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { matching } from '#test/analyses/study-records.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { listingStudy } from './listed-study.ts';
import { GROUPS } from './on-paper.ts';
import { TWELVE_LESIONS } from './twelve-lesions.ts';

/** R: qt(0.975, 4.2925…), the Satterthwaite degrees that clubSandwich has for 3, 2, 2, 1, 2 and 1 lesions. */
const T_OF_SIX_PATIENTS = 2.703393134149868;

/* What is said of the drawing in words, and by arithmetic that fits on the paper; every cell is in every-cell.test.ts. */
const settings = { ...SETTINGS, fewestPatientsShown: 1 };
const tables = visibilityTables(includedPatients(listingStudy(TWELVE_LESIONS), settings), settings);
const [visibility, protocols, tests] = ['visibility', 'listed-protocols', 'lesion-tests'].map((name) =>
  recordsOf(tables, name),
);

const cells = (record: TableRecord | undefined, ...columns: readonly string[]) =>
  columns.map((column) => record?.figure(column));
const COUNTED = ['lesions', 'n_patients', 'assessable', 'n_patients_assessable', 'not_assessable'];

describe('of twelve lesions on paper, the table visibility', () => {
  it('has the eight patterns that the drawing has, once, and the other 56 with nothing', () => {
    const patterns = matching(visibility ?? [], { group: 'whole', what: 'pattern' });
    expect(patterns).toHaveLength(64);
    const found = patterns.filter((row) => row.figure('lesions') !== 0);
    const mri = 'mri_t2fs mri_diffusion mri_arterial mri_portal';
    expect(
      found.map((row) => [row.text('seen_on'), row.figure('lesions'), row.figure('n_patients')]),
    ).toEqual([
      ['none', 1, 1],
      ['mri_diffusion', 1, 1],
      ['mri_diffusion mri_arterial', 1, 1],
      ['mri_arterial mri_portal', 1, 1],
      ['ct_arterial', 1, 1],
      ['mri_t2fs mri_diffusion ct_portal', 1, 1],
      [`${mri} ct_portal`, 1, 1],
      [`${mri} ct_arterial ct_portal`, 3, 3],
    ]);
    // The patient without gadolinium has a lesion that is in none of them.
    for (const row of patterns) {
      expect(cells(row, 'assessable', 'n_patients_assessable', 'not_assessable')).toEqual([10, 5, 1]);
      expect(row.figure('share')).toBeCloseTo(10 * (row.figure('lesions') ?? 0), 12);
      expect([row.text('first'), row.text('second')]).toEqual(['', '']);
    }
  });

  it('says of CT and MRI: six on both, three on MRI alone, one on CT alone, one on neither', () => {
    const rows = matching(visibility ?? [], { group: 'whole', first: 'full_mri', second: 'full_ct' });
    expect(rows.map((row) => [row.text('what'), ...cells(row, ...COUNTED)])).toEqual([
      ['both', 6, 5, 11, 6, 0],
      ['only_first', 3, 2, 11, 6, 0],
      ['only_second', 1, 1, 11, 6, 0],
      ['neither', 1, 1, 11, 6, 0],
    ]);
    const [, , ctOnly] = rows;
    // Patients of 3, 2, 2, 1, 2 and 1 lesions, the third with the one: (x − n/11)² over 1 − n/11, over p (1 − p)/11.
    const variance = (9 / 8 + 4 / 9 + 81 / 9 + 1 / 10 + 4 / 9 + 1 / 10) / 11 / 11 ** 2;
    const [p, z] = [1 / 11, 1.959963984540054];
    const n = (11 / (variance / ((p * (1 - p)) / 11))) * (z / T_OF_SIX_PATIENTS) ** 2;
    const [middle, half] = [p + z ** 2 / (2 * n), z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))];
    expect(ctOnly?.figure('share')).toBeCloseTo(100 * p, 12);
    expect(ctOnly?.figure('share_low')).toBeCloseTo((100 * (middle - half)) / (1 + z ** 2 / n), 9);
    expect(ctOnly?.figure('share_high')).toBeCloseTo((100 * (middle + half)) / (1 + z ** 2 / n), 9);
  });

  it('says what each sequence and each modality shows, whatever the others show', () => {
    const rows = matching(visibility ?? [], { group: 'whole', what: 'seen' });
    expect(rows.map((row) => [row.text('first'), ...cells(row, ...COUNTED)])).toEqual([
      ['mri_t2fs', 6, 5, 11, 6, 0],
      ['mri_diffusion', 8, 5, 11, 6, 0],
      ['mri_arterial', 6, 4, 10, 5, 1],
      ['mri_portal', 5, 4, 10, 5, 1],
      ['full_mri', 9, 6, 11, 6, 0],
      ['ct_arterial', 5, 5, 11, 6, 0],
      ['ct_portal', 6, 5, 11, 6, 0],
      ['full_ct', 7, 6, 11, 6, 0],
    ]);
    expect(matching(visibility ?? [], { what: 'seen' })).toHaveLength(Object.keys(GROUPS).length * 8);
  });
});

describe('of twelve lesions on paper, the table listed-protocols', () => {
  it('has of the whole liver what is counted there', () => {
    const rows = matching(protocols ?? [], { side: 'whole' });
    const counted = ['n_patients', 'lesions', 'not_assessable', 'seen', 'adds', 'all_lesions'];
    expect(rows.map((row) => [row.text('protocol'), ...cells(row, ...counted)])).toEqual([
      ['mri_t2fs', 6, 9, 0, 6, 0, 11],
      ['mri_diffusion', 6, 9, 0, 8, 1, 11],
      ['mri_arterial', 5, 8, 1, 6, 0, 10],
      ['mri_portal', 5, 8, 1, 5, 0, 10],
      ['t2fs_diffusion', 6, 9, 0, 8, 2, 11],
      ['diffusion_arterial', 6, 9, 0, 9, 2, 11],
      ['t2fs_diffusion_arterial', 6, 9, 0, 9, 3, 11],
      ['t2fs_arterial_portal', 6, 9, 0, 8, 1, 11],
      ['arterial_portal', 5, 8, 1, 6, 1, 10],
      ['full_mri', 6, 9, 0, 9, null, 11],
      ['ct_arterial', 6, 7, 0, 5, 1, 11],
      ['ct_portal', 6, 7, 0, 6, 2, 11],
      ['full_ct', 6, 7, 0, 7, null, 11],
    ]);
  });
});

describe('of twelve lesions on paper, the table lesion-tests', () => {
  it('compares MRI with CT by arithmetic that fits on the paper', () => {
    const [row] = matching(tests ?? [], { group: 'whole', family: 'modalities' });
    expect(
      cells(row, 'n_patients', 'lesions', 'not_assessable', 'both', 'only_first', 'only_second', 'neither'),
    ).toEqual([6, 11, 0, 6, 3, 1, 1]);
    expect(row?.figure('rate_first')).toBeCloseTo((100 * 9) / 11, 12);
    expect(row?.figure('rate_second')).toBeCloseTo((100 * 7) / 11, 12);
    expect(row?.figure('difference')).toBeCloseTo((100 * 2) / 11, 12);
    // The first patient gains two of three lesions; the third gains one and loses one of two; nobody else gains any.
    const aroundTheMean = (16 / 11) ** 2 + 3 * (4 / 11) ** 2 + 2 * (2 / 11) ** 2;
    const error = Math.sqrt((256 / 8 + 16 / 9 + 16 / 9 + 4 / 10 + 16 / 9 + 4 / 10) / 11) / 11;
    expect(error).toBeCloseTo(0.169263515682048, 12);
    expect(row?.figure('difference_low')).toBeCloseTo(100 * (2 / 11 - T_OF_SIX_PATIENTS * error), 9);
    expect(row?.figure('difference_high')).toBeCloseTo(100 * (2 / 11 + T_OF_SIX_PATIENTS * error), 9);
    expect(row?.figure('obuchowski_chi2')).toBeCloseTo(((5 / 6) * 2 ** 2) / 2 ** 2, 12);
    expect(row?.figure('durkalski_chi2')).toBeCloseTo(1, 12);
    expect(row?.figure('yang_chi2')).toBeCloseTo(((5 / 6) * 2 ** 2) / ((2 ** 2 + aroundTheMean) / 2), 12);
  });
});

describe('of twelve lesions on paper, where five patients are the fewest shown', () => {
  const few = visibilityTables(includedPatients(listingStudy(TWELVE_LESIONS), SETTINGS), SETTINGS);

  it('no segment and no size is shown, and their patterns are not there', () => {
    const rows = recordsOf(few, 'visibility').filter(
      (row) => !['whole', 'right', 'left'].includes(row.text('group') ?? ''),
    );
    expect(rows).toHaveLength(12 * (8 + 16 * 4));
    for (const row of rows) {
      expect(row.text('reason')).toBe('too_few_patients');
      expect(cells(row, ...COUNTED, 'share', 'share_low', 'share_high')).toEqual(Array(8).fill(null));
    }
    for (const row of recordsOf(few, 'lesion-tests')) {
      const isShown = ['whole', 'right', 'left'].includes(row.text('group') ?? '');
      expect(row.text('reason')).toBe(isShown ? '' : 'too_few_patients');
      expect(row.figure('lesions') === null).toBe(!isShown);
    }
  });
});
