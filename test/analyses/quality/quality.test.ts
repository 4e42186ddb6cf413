import { describe, expect, it } from 'vitest';
import type { CentreRow } from '#shared/study/study.ts';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { COHORTS, cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { counts } from '#test/tables/rows.ts';

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

  it('is pairs between the visits of a RECIST course', () => {
    const pairs = [{}, { pair: 2, measurable: 'not_measurable' as const }, { pair: 3 }];
    expect(foundIn({ pairs, lesions: [{}, { pair: 3 }] }, 'recist_pair_not_measured')).toEqual([1, 3]);
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
