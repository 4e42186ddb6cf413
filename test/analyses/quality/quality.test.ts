import { describe, expect, it } from 'vitest';
import { SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
import type { CentreRow } from '#shared/study/study.ts';
import { seenColumn } from '#shared/tables/visibility.ts';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { COHORTS, cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { counts } from '#test/tables/rows.ts';

const ANOTHER_DAY = { ct_date: '2019-09-04', mri_date: '2019-10-02' };

const found = (rows: readonly CentreRow[], check: string, detail = '') => {
  const [record] = matching(recordsOfStudy(rows, 'quality'), { check, detail, group: 'all' });
  return [record?.figure('n'), record?.figure('n_checked')];
};
const foundIn = (story: PatientStory, check: string, detail = '') =>
  found(rowsOfPatient(story), check, detail);

describe('what is left out', () => {
  it('is counted with its reason and of how many', () => {
    const rows = [
      ...rowsOfPatient({
        id: 'P1',
        pairs: [{}, { pair: 2, protocol_complete: false }, { pair: 3, mri_date: '2019-09-01' }],
      }),
      ...rowsOfPatient({
        id: 'P2',
        pairs: [{ countable: 'massive', measurable: 'not_measurable', ...counts(() => null) }],
      }),
      ...rowsOfPatient({ id: 'P3', patient: { liver_metastases: 'absent' } }),
    ];
    expect(found(rows, 'patient_excluded', 'no_known_liver_metastases')).toEqual([1, 3]);
    expect(found(rows, 'pair_not_qualifying', 'no_pair_with_complete_protocol')).toEqual([1, 4]);
    expect(found(rows, 'pair_not_qualifying', 'interval_of_three_months_or_more')).toEqual([1, 4]);
    expect(found(rows, 'pair_not_counted', 'massive')).toEqual([1, 2]);
    expect(found(rows, 'pair_not_measured', 'not_measurable')).toEqual([1, 2]);
    expect(found(rows, 'pair_not_measured', 'lesions_not_sent')).toEqual([1, 2]);
  });

  it('is lesions of pairs that are not measured, and diameters that are blank', () => {
    const story: PatientStory = {
      pairs: [{}, { pair: 2, measurable: 'not_measurable' }],
      lesions: [{}, { lesion: 2, ct_portal_mm: null }, { pair: 2 }],
    };
    expect(foundIn(story, 'lesion_not_used')).toEqual([1, 3]);
    expect(foundIn(story, 'diameter_absent', 'ct_portal')).toEqual([1, 2]);
    expect(foundIn(story, 'recist_patient_without_follow_up')).toEqual([1, 1]);
  });

  it('is patients who were not seen again, by the days of their scans', () => {
    const again = (days: { readonly ct_date?: string; readonly mri_date?: string }) =>
      foundIn({ pairs: [{}, { pair: 2, ...days }] }, 'recist_patient_without_follow_up');
    expect(again({})).toEqual([1, 1]);
    expect(again({ ct_date: '2019-05-04' })).toEqual([0, 1]);
    expect(again({ mri_date: '2019-05-04' })).toEqual([0, 1]);
  });

  it('is pairs of a RECIST course on which nothing was measured, though there may be something to measure', () => {
    const days = (pair: number) => ({ pair, ct_date: `2019-0${pair}-04`, mri_date: `2019-0${pair}-05` });
    const pairs = [
      days(1),
      { ...days(2), measurable: 'not_measurable' as const },
      { ...days(3), measurable: 'no_lesion_over_5_mm' as const },
      days(4),
    ];
    expect(foundIn({ pairs, lesions: [{}] }, 'recist_pair_not_measured')).toEqual([2, 4]);
    expect(foundIn({ pairs: pairs.slice(0, 1) }, 'recist_pair_not_measured')).toEqual([0, 0]);
  });

  it('is the readings of other readers', () => {
    const story: PatientStory = { pairs: [{}, { reader: 2 }, { pair: 2 }, { pair: 2, reader: 3 }] };
    expect(foundIn(story, 'reading_of_other_reader', 'reader_2')).toEqual([1, 4]);
    expect(foundIn(story, 'reading_of_other_reader', 'reader_3')).toEqual([1, 4]);
  });

  it('is rows without the row that they belong to', () => {
    const [, pair] = rowsOfPatient({ id: 'P2' });
    const [, , lesion] = rowsOfPatient({ id: 'P1', lesions: [{ pair: 2 }] });
    const rows = [...rowsOfPatient(), pair, lesion].filter((row) => row !== undefined);
    expect(found(rows, 'orphan', 'pair_without_patient')).toEqual([1, 2]);
    expect(found(rows, 'orphan', 'lesion_without_pair')).toEqual([1, 1]);
  });
});

const ONE_ON_DIFFUSION = { mri_diffusion_left: 1, mri_total_left: 1 };
const ONLY_ON_DIFFUSION = Object.fromEntries(
  SEQUENCE_NAMES.map((name) => [seenColumn(name), name === 'mri_diffusion']),
);

describe('what is doubtful', () => {
  it.each<readonly [string, PatientStory, string, string, readonly [number, number]]>([
    [
      'a total that one sequence reaches',
      { pairs: [{ ...counts(() => 1), mri_diffusion_left: 4, mri_total_left: 4 }] },
      'total_equals_one_sequence',
      'mri_total_left',
      [1, 1],
    ],
    [
      'no total that a full list confirms',
      {
        pairs: [{ ...counts(() => 0), ...ONE_ON_DIFFUSION, lesions_listed: 'all' }],
        listed: [{ ...ONLY_ON_DIFFUSION, side: 'left', segment: null }],
      },
      'total_equals_one_sequence',
      'mri_total_left',
      [0, 1],
    ],
    [
      'a total of which only some lesions are listed',
      {
        pairs: [{ ...counts(() => 0), ...ONE_ON_DIFFUSION, lesions_listed: 'some' }],
        listed: [{ ...ONLY_ON_DIFFUSION, side: 'left', segment: null }],
      },
      'total_equals_one_sequence',
      'mri_total_left',
      [1, 1],
    ],
    [
      'a lesion of twice its own size and more',
      { lesions: [{ ct_portal_mm: 23.7 }, { lesion: 2, ct_portal_mm: 23.9 }] },
      'diameters_disagree',
      '',
      [1, 2],
    ],
    ['a grade that the indices contradict', { patient: { grade: 'G3' } }, 'grade_disagrees', '', [1, 1]],
    ['no grade to compare', { patient: { grade: null } }, 'grade_disagrees', '', [0, 0]],
    ['a board date not known', { patient: { board_date: null } }, 'board_date_not_known', '', [1, 1]],
    [
      'a lesion that changes side',
      { pairs: [{}, { pair: 2 }], lesions: [{}, { pair: 2, side: 'left' }, { lesion: 2 }] },
      'lesion_changes_side',
      '',
      [1, 2],
    ],
    [
      'readers who differ on the dates',
      { pairs: [{}, { reader: 2, ct_date: '2019-03-05' }, { pair: 2 }] },
      'dates_differ_between_readers',
      '',
      [1, 1],
    ],
    [
      'a CT in two pairs, both of them',
      { pairs: [{}, { pair: 2, mri_date: '2019-05-02' }, { pair: 3, ...ANOTHER_DAY }] },
      'scan_in_two_pairs',
      'ct_date',
      [2, 3],
    ],
    [
      'not a pair for its CT alone',
      { pairs: [{}, { pair: 2, mri_date: '2019-05-02' }] },
      'dates_in_two_pairs',
      '',
      [0, 2],
    ],
    ['a pair that is there twice', { pairs: [{}, { pair: 2 }] }, 'dates_in_two_pairs', '', [2, 2]],
    [
      'an MRI after the period',
      { pairs: [{ ct_date: '2021-12-31', mri_date: '2022-01-01' }] },
      'scan_outside_period',
      'mri_date',
      [1, 1],
    ],
    [
      'a pair without the first reader, once for two others',
      { pairs: [{}, { pair: 2, reader: 2 }, { pair: 2, reader: 3 }] },
      'pair_without_first_reader',
      '',
      [1, 2],
    ],
    [
      'a patient of whom nothing is counted',
      { pairs: [counts(() => 0), { pair: 2, ...ANOTHER_DAY, ...counts(() => 0) }] },
      'no_metastasis_counted',
      '',
      [1, 1],
    ],
    [
      'not one of whom something is counted on one pair',
      { pairs: [counts(() => 0), { pair: 2, ...ANOTHER_DAY }] },
      'no_metastasis_counted',
      '',
      [0, 1],
    ],
    [
      'more lesions measured than counted, not counting one of 0 mm',
      { lesions: [{ ct_portal_mm: 0 }, { lesion: 2 }, { lesion: 3 }] },
      'measured_beyond_counted',
      'ct_portal_right',
      [1, 1],
    ],
    [
      'as many as counted',
      { lesions: [{ ct_portal_mm: 0 }, { lesion: 2 }] },
      'measured_beyond_counted',
      'ct_portal_right',
      [0, 1],
    ],
    ['a measurable pair without lesions', { pairs: [{}] }, 'measurable_without_lesions', '', [1, 1]],
    [
      'lesions of a pair that is not measurable',
      { pairs: [{ measurable: 'not_measurable' }], lesions: [{}] },
      'measured_though_not_measurable',
      '',
      [1, 1],
    ],
    [
      'a lesion on some sequences of a pair with none on all',
      { pairs: [{ measurable: 'no_lesion_on_every_sequence' }], lesions: [{ ct_portal_mm: 0 }] },
      'measured_though_not_measurable',
      '',
      [0, 1],
    ],
    ['fewer lesions than counted', { lesions: [{}] }, 'measured_too_few', '', [1, 1]],
    [
      'as many lesions as the study measures',
      { pairs: [counts(() => 9)], lesions: [1, 2, 3, 4, 5].map((lesion) => ({ lesion })) },
      'measured_too_few',
      '',
      [0, 1],
    ],
    [
      'fewer CT examinations than days of a CT, whoever read the pairs',
      { patient: { ct_exams: 1 }, pairs: [{}, { pair: 2, reader: 2, ...ANOTHER_DAY }] },
      'ct_exams_below_pairs',
      '',
      [1, 1],
    ],
    [
      'a dose in another unit',
      { pairs: [{ ct_dlp_portal: 19.9 }, { pair: 2, ...ANOTHER_DAY, ct_dlp_portal: 20 }] },
      'dose_unlikely',
      'ct_dlp_portal',
      [1, 2],
    ],
    [
      'a massive involvement of a quarter at most',
      { pairs: [{ countable: 'massive', ...counts(() => null), liver_involvement: '10_25' }] },
      'involvement_disagrees',
      '',
      [1, 1],
    ],
    [
      'a poorly differentiated tumour of low indices',
      { patient: { differentiation: 'poor', ki67_percent: 20, mitoses_per_10_hpf: 20, grade: 'G3' } },
      'carcinoma_of_low_indices',
      '',
      [1, 1],
    ],
  ])('is %s', (_, story, check, detail, expected) => {
    expect(foundIn(story, check, detail)).toEqual(expected);
  });

  it.each([
    ['2019-04-07', 0, 0],
    ['2019-04-08', 1, 0],
    ['2019-04-14', 1, 0],
    ['2019-04-15', 0, 1],
    ['2019-04-22', 0, 1],
    ['2019-04-23', 0, 0],
  ])('is an interval from 15 January to %s: %i just under three months, %i not', (second, under, over) => {
    for (const dates of [
      { ct_date: '2019-01-15', mri_date: second },
      { ct_date: second, mri_date: '2019-01-15' },
    ]) {
      expect(foundIn({ pairs: [dates] }, 'interval_near_limit', 'under_limit')).toEqual([under, 1]);
      expect(foundIn({ pairs: [dates] }, 'interval_near_limit', 'limit_or_over')).toEqual([over, 1]);
    }
  });

  it('is a value beyond the outer fences of its column', () => {
    // Quartiles 52 and 56: fences 40 and 68, which are not beyond themselves.
    const known = [39, 40, 50, 52, 53, 53, 54, 54, 55, 56, 57, 68, 69];
    // An age that is not known is not taken for 0.
    const { n, checked, fences } = extremeAges([...known, null]);
    expect([n, checked, fences]).toEqual([2, 13, [40, 68]]);
  });

  it('is not looked for among diameters of 0 mm', () => {
    const diameters = [0, 0, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
    const rows = diameters.flatMap((ct_portal_mm, index) =>
      rowsOfPatient({ id: `P${index}`, lesions: [{}, { lesion: 2, ct_portal_mm }] }),
    );
    expect(found(rows, 'extreme_value', 'ct_portal_mm')[1]).toBe(22);
    expect(found(rows, 'diameter_absent', 'ct_portal')).toEqual([2, 24]);
  });

  it('is not looked for in fewer than ten values', () => {
    const nine = [20, 51, 52, 53, 54, 55, 56, 57, 90];
    expect(extremeAges(nine)).toMatchObject({ n: null, reason: 'too_few_observations' });
    expect(extremeAges([...nine, 54])).toMatchObject({ n: 2, reason: '' });
  });

  it('is not looked for where half of the values are the same', () => {
    expect(extremeAges([20, 50, 50, 50, 50, 50, 50, 50, 50, 90])).toMatchObject({
      n: null,
      reason: 'no_variation',
    });
  });
});

function extremeAges(ages: readonly (number | null)[]) {
  const rows = ages.flatMap((age_at_diagnosis, index) =>
    rowsOfPatient({ id: `P${index}`, patient: { age_at_diagnosis } }),
  );
  const check = { check: 'extreme_value', detail: 'age_at_diagnosis', group: 'all' };
  const [record] = matching(recordsOfStudy(rows, 'quality'), check);
  if (record === undefined) throw new Error('no row of ages');
  return {
    n: record.figure('n'),
    checked: record.figure('n_checked'),
    fences: [record.figure('fence_low'), record.figure('fence_high')],
    reason: record.text('reason'),
  };
}

describe('the checks by centre', () => {
  const centre = (name: string, patients: number, story: PatientStory) =>
    Array.from({ length: patients }, (_, index) =>
      rowsOfPatient({ ...story, centre: name, id: `P${index}` }),
    ).flat();

  it('name a centre of five patients where something is found five times, and no other', () => {
    const doubtful: PatientStory = { patient: { board_date: null } };
    const rows = [
      ...centre('rouen', 6, doubtful),
      ...centre('caen', 2, doubtful),
      ...centre('lille', 5, {}),
      ...centre('nantes', 7, {}),
    ];
    const records = matching(recordsOfStudy(rows, 'quality'), { check: 'board_date_not_known' });
    const shown = records.map((record) => [
      record.text('group'),
      record.text('centre'),
      record.figure('n'),
      record.figure('n_checked'),
    ]);
    expect(shown).toEqual([
      ['all', '', 8, 20],
      ['centre', 'rouen', 6, 6],
    ]);
  });

  it.each(COHORTS)('show no small number, and no more than all together, in the cohort %s', (cohort) => {
    const records = recordsOfStudy(rowsOfCentres(cohortFiles(cohort)), 'quality');
    const whole = matching(records, { group: 'all' });
    expect(whole.length).toBeGreaterThan(10);
    for (const all of whole) {
      const same = matching(records, { check: all.text('check'), detail: all.text('detail') });
      const found = same.flatMap((record) => (record === all ? [] : (record.figure('n') ?? 0)));
      expect(Math.min(5, ...found)).toBe(5);
      expect(found.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(all.figure('n') ?? 0);
    }
  });
});
