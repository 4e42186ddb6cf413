import { describe, expect, it } from 'vitest';
import { visibilityTables } from '#shared/analyses/visibility/tables.ts';
import { recordsOf, type TableRecord } from '#shared/presentation/read-table.ts';
import { ACQUISITION_SETS } from '#shared/protocol/acquisition-sets.ts';
import { SEQUENCE_NAMES, type SequenceName } from '#shared/protocol/sequences.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { matching } from '#test/analyses/study-records.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { listingStudy } from './listed-study.ts';
import { TWELVE_LESIONS } from './twelve-lesions.ts';

/*
 * Everything below is counted on the drawing of twelve-lesions.ts, whose lesions are numbered here from 1 to 12 as they
 * stand there, line by line; the eighth is benign.
 */
const SEEN = [
  ...['YYYYYY', 'NYYNNN', 'NYNNNN', 'YYYYYY', 'YYYYNY', 'NNYYNN'],
  ...['NNNNYN', 'YNYNYY', 'YY--YY', 'YYNNNY', 'NNNNNN', 'YYYYYY'],
];
const PATIENT = [1, 1, 1, 2, 2, 3, 3, 3, 4, 5, 5, 6];
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  whole: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12],
  right: [1, 2, 4, 5, 9, 11, 12],
  left: [3, 6, 7, 10],
  segment_II: [3, 10],
  segment_III: [6],
  segment_IVb: [7],
  segment_VI: [2, 12],
  segment_VII: [4, 5],
  segment_VIII: [1, 9],
  segment_not_known: [11],
  under_5: [3, 7],
  '5_9': [2, 6, 10],
  '10_19': [1, 9],
  '20_or_more': [4, 5, 12],
  size_not_known: [11],
};
const SIDES_AND_SIZES = Object.keys(GROUPS).filter((group) => !group.startsWith('segment'));

/** R: qt(0.975, 4.2925…), the Satterthwaite degrees that clubSandwich has for 3, 2, 2, 1, 2 and 1 lesions; as its error below. */
const T_OF_SIX_PATIENTS = 2.703393134149868;

const settings = { ...SETTINGS, fewestPatientsShown: 1 };
const tables = visibilityTables(includedPatients(listingStudy(TWELVE_LESIONS), settings), settings);
const [visibility, protocols, tests] = ['visibility', 'listed-protocols', 'lesion-tests'].map((name) =>
  recordsOf(tables, name),
);

/** What the letters say of a lesion on some sequences together. */
function shows(lesion: number, members: readonly SequenceName[]): string {
  const letters = members.map((name) => SEEN[lesion - 1]?.[SEQUENCE_NAMES.indexOf(name)]);
  if (letters.includes('Y')) return 'Y';
  return letters.includes('-') ? '-' : 'N';
}
const membersOf = (set: string | null) => ACQUISITION_SETS.find(({ name }) => name === set)?.members ?? [];
const patientsOf = (lesions: readonly number[]) => new Set(lesions.map((lesion) => PATIENT[lesion - 1])).size;

const WAYS: Readonly<Record<string, string>> = {
  YY: 'both',
  YN: 'only_first',
  NY: 'only_second',
  NN: 'neither',
};

/** The lesions of a group by which of two sets shows them. */
function byWay(group: string, first: string | null, second: string | null) {
  const all = GROUPS[group] ?? [];
  const ways = Map.groupBy(all, (lesion) =>
    [first, second].map((set) => shows(lesion, membersOf(set))).join(''),
  );
  const of = (letters: string) => ways.get(letters) ?? [];
  const judged = Object.keys(WAYS).flatMap(of);
  return { of, judged, notAssessable: all.length - judged.length };
}

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

  it('has of each side, segment and size the patterns that are there', () => {
    for (const [group, lesions] of Object.entries(GROUPS)) {
      const patterns = matching(visibility ?? [], { group, what: 'pattern' }).filter(
        (row) => row.figure('lesions') !== 0,
      );
      const seen = Map.groupBy(
        lesions.filter((lesion) => !SEEN[lesion - 1]?.includes('-')),
        (lesion) => SEQUENCE_NAMES.filter((name) => shows(lesion, [name]) === 'Y').join(' ') || 'none',
      );
      expect(new Map(patterns.map((row) => [row.text('seen_on'), row.figure('lesions')]))).toEqual(
        new Map([...seen].map(([on, those]) => [on, those.length])),
      );
      const others = matching(visibility ?? [], { group, what: 'pattern' }).length - patterns.length;
      expect(others).toBe(group === 'whole' ? 56 : 0);
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

  it('has in every row of one set what the letters say', () => {
    for (const row of matching(visibility ?? [], { what: 'seen' })) {
      const members = membersOf(row.text('first'));
      const all = GROUPS[row.text('group')] ?? [];
      const judged = all.filter((lesion) => shows(lesion, members) !== '-');
      const seen = judged.filter((lesion) => shows(lesion, members) === 'Y');
      const counted = [seen.length, patientsOf(seen), judged.length, patientsOf(judged)];
      expect(cells(row, ...COUNTED)).toEqual([...counted, all.length - judged.length]);
      expect([row.text('seen_on'), row.text('second')]).toEqual(['', '']);
      if (judged.length > 0) expect(row.figure('share')).toBeCloseTo((100 * seen.length) / judged.length, 12);
      else expect(row.text('reason')).toBe('no_observation');
    }
  });

  it('has in every row of two sequences what the letters say', () => {
    const rows = (visibility ?? []).filter((row) => !['pattern', 'seen'].includes(row.text('what')));
    expect(rows).toHaveLength(Object.keys(GROUPS).length * 16 * 4);
    for (const row of rows) {
      const [group, first, second] = ['group', 'first', 'second'].map((column) => row.text(column));
      const { of, judged, notAssessable } = byWay(group ?? '', first ?? null, second ?? null);
      const [letters = ''] = Object.entries(WAYS).find(([, way]) => way === row.text('what')) ?? [];
      expect(cells(row, ...COUNTED)).toEqual([
        of(letters).length,
        patientsOf(of(letters)),
        judged.length,
        patientsOf(judged),
        notAssessable,
      ]);
      if (judged.length > 0)
        expect(row.figure('share')).toBeCloseTo((100 * of(letters).length) / judged.length, 12);
      else expect(row.text('reason')).toBe('no_observation');
    }
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

  it('has in every row what the letters say', () => {
    expect(protocols).toHaveLength(13 * 3);
    for (const row of protocols ?? []) {
      const set = ACQUISITION_SETS.find(({ name }) => name === row.text('protocol'));
      const [members, rest] = [set?.members ?? [], set?.rest ?? []];
      const all = GROUPS[row.text('side') ?? ''] ?? [];
      const shown = all.filter((lesion) => shows(lesion, [...members, ...rest]) === 'Y');
      const judged = shown.filter((lesion) => shows(lesion, members) !== '-');
      const seen = judged.filter((lesion) => shows(lesion, members) === 'Y');
      const judgedOfAll = all.filter((lesion) => shows(lesion, members) !== '-');
      expect(cells(row, 'n_patients', 'lesions', 'not_assessable', 'seen', 'all_lesions')).toEqual([
        patientsOf(judged),
        judged.length,
        shown.length - judged.length,
        seen.length,
        judgedOfAll.length,
      ]);
      const added = judged.filter((lesion) => shows(lesion, rest) === 'N').length;
      expect(row.figure('adds')).toBe(rest.length === 0 ? null : added);
      expect(row.figure('share')).toBeCloseTo((100 * seen.length) / judged.length, 12);
      expect(row.figure('share_of_all')).toBeCloseTo((100 * seen.length) / judgedOfAll.length, 12);
      expect(row.figure('at_least')).toBeLessThanOrEqual(seen.length);
      expect(row.figure('at_most')).toBeGreaterThanOrEqual(seen.length);
    }
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

  it('has in every row what the letters say', () => {
    expect(tests).toHaveLength(SIDES_AND_SIZES.length * (1 + 15 + 12));
    for (const row of tests ?? []) {
      const [group, first, second] = ['group', 'first', 'second'].map((column) => row.text(column));
      const { of, judged, notAssessable } = byWay(group ?? '', first ?? null, second ?? null);
      expect(cells(row, 'n_patients', 'lesions', 'not_assessable', ...Object.values(WAYS))).toEqual([
        patientsOf(judged),
        judged.length,
        notAssessable,
        ...Object.keys(WAYS).map((letters) => of(letters).length),
      ]);
      if (judged.length === 0) {
        expect([row.text('difference_reason'), row.text('obuchowski_reason')]).toEqual([
          'no_observation',
          'no_observation',
        ]);
        continue;
      }
      const seen = (ways: readonly string[]) => ways.reduce((sum, letters) => sum + of(letters).length, 0);
      expect(row.figure('rate_first')).toBeCloseTo((100 * seen(['YY', 'YN'])) / judged.length, 12);
      expect(row.figure('rate_second')).toBeCloseTo((100 * seen(['YY', 'NY'])) / judged.length, 12);
      expect(row.figure('difference')).toBeCloseTo(
        (100 * (of('YN').length - of('NY').length)) / judged.length,
        12,
      );
    }
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
