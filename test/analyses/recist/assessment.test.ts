import { describe, expect, it } from 'vitest';
import { measuredLesions } from '#shared/analyses/measures/measured-lesions.ts';
import { assess } from '#shared/analyses/recist/assessment.ts';
import { recistCourses } from '#shared/analyses/recist/courses.ts';
import { RECIST_METHODS, type RecistMethodName } from '#shared/analyses/recist/methods.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { counts } from '#test/tables/rows.ts';

const onAll = (mm: number | null) => ({
  mri_t2fs_mm: mm,
  mri_diffusion_mm: mm,
  mri_arterial_mm: mm,
  mri_portal_mm: mm,
  ct_arterial_mm: mm,
  ct_portal_mm: mm,
});
const lesion = (pair: number, number: number, mm: number, differs: Partial<LesionRow> = {}) => ({
  pair,
  lesion: number,
  ...onAll(mm),
  ...differs,
});
const YEARLY: readonly Partial<PairRow>[] = [
  { pair: 1, ct_date: '2018-03-01', mri_date: '2018-03-05' },
  { pair: 2, ct_date: '2019-03-01', mri_date: '2019-03-05' },
  { pair: 3, ct_date: '2020-03-01', mri_date: '2020-03-05' },
];

const courses = (lesions: readonly Partial<LesionRow>[], pairs = YEARLY) =>
  recistCourses(
    measuredLesions(includedPatients(assembleStudy(rowsOfPatient({ pairs, lesions })), SETTINGS)),
  );

function followUps(method: RecistMethodName, lesions: readonly Partial<LesionRow>[], pairs = YEARLY) {
  const [course] = courses(lesions, pairs);
  const found = RECIST_METHODS.find(({ name }) => name === method);
  if (course === undefined || found === undefined) throw new Error('no course');
  return assess(course, found, SETTINGS);
}

const responses = (method: RecistMethodName, lesions: readonly Partial<LesionRow>[], pairs = YEARLY) =>
  followUps(method, lesions, pairs)?.map(({ response }) => response);

describe('a course', () => {
  it('needs two measured pairs', () => {
    expect(courses([lesion(1, 1, 20)])).toEqual([]);
    expect(courses([lesion(1, 1, 20), lesion(3, 1, 20)])[0]?.followUps).toHaveLength(1);
  });

  it('goes on to a pair without a lesion over 5 mm, which is no baseline', () => {
    const small = (pair: number) =>
      YEARLY.map((each) =>
        each.pair === pair ? { ...each, measurable: 'no_lesion_over_5_mm' as const } : each,
      );
    expect(responses('ct', [lesion(1, 1, 20)], small(2))).toEqual(['pr']);
    expect(courses([lesion(2, 1, 20)], small(1))).toEqual([]);
    const nothingLeft = small(2).map((each) => (each.pair === 2 ? { ...each, ...counts(() => 0) } : each));
    expect(responses('ct', [lesion(1, 1, 20)], nothingLeft)).toEqual(['cr']);
    expect(responses('mri', [lesion(1, 1, 20)], nothingLeft)).toEqual(['cr']);
  });
});

describe('the targets of a course', () => {
  it('are the two largest at baseline, the same lesions ever after', () => {
    const [first] =
      followUps('ct', [
        lesion(1, 1, 12),
        lesion(1, 2, 30),
        lesion(1, 3, 20),
        lesion(2, 1, 90),
        lesion(2, 2, 31),
        lesion(2, 3, 22),
      ]) ?? [];
    expect(first).toMatchObject({ baselineSum: 500, sum: 530, response: 'sd' });
  });

  it('of equal size are the ones with the smaller number', () => {
    const equal = [1, 2, 3].map((number) => lesion(1, number, 10));
    const [first] = followUps('ct', [...equal, lesion(2, 1, 11), lesion(2, 2, 12), lesion(2, 3, 50)]) ?? [];
    expect(first?.sum).toBe(230);
  });

  it('are at least 10 mm on the sequence itself', () => {
    const lesions = [lesion(1, 1, 10, { ct_portal_mm: 9.9 }), lesion(2, 1, 20)];
    expect(responses('ct_portal', lesions)).toBeUndefined();
    expect(responses('ct_arterial', lesions)).toEqual(['pd']);
    expect(responses('ct', lesions)).toEqual(['pd']);
  });

  it('are followed, on a modality, on the sequence that showed them largest', () => {
    const [first] =
      followUps('mri', [
        lesion(1, 1, 20, { mri_portal_mm: 25.5 }),
        lesion(2, 1, 20, { mri_t2fs_mm: null, mri_diffusion_mm: 34, mri_portal_mm: 24 }),
      ]) ?? [];
    expect(first).toMatchObject({ baselineSum: 255, sum: 240 });
  });
});

describe('a follow-up', () => {
  it('is compared with the smallest sum so far', () => {
    const visits = [lesion(1, 1, 50), lesion(2, 1, 30), lesion(3, 1, 36)];
    expect(followUps('ct', visits)?.map(({ nadir, response }) => [nadir, response])).toEqual([
      [500, 'pr'],
      [300, 'pd'],
    ]);
  });

  it('without a target’s diameter is not evaluable, and leaves the nadir alone', () => {
    const visits = [
      lesion(1, 1, 50),
      lesion(1, 2, 20),
      lesion(2, 1, 10, { ct_portal_mm: null }),
      lesion(2, 2, 20),
    ];
    expect(followUps('ct_portal', visits)?.map(({ nadir, response }) => [nadir, response])).toEqual([
      [700, null],
    ]);
  });

  it('without a target’s row has nothing left of it, unless there was no room for the row', () => {
    const one = [lesion(1, 1, 50), lesion(1, 2, 30), lesion(2, 1, 50)];
    expect(followUps('ct', one)?.map(({ sum, response }) => [sum, response])).toEqual([[500, 'pr']]);
    const others = [3, 4, 5, 6].map((number) => lesion(2, number, 60));
    const five = [...one, ...[3, 4, 5, 6].map((number) => lesion(1, number, 10)), ...others];
    const full = five.filter((row) => !(row.pair === 1 && row.lesion === 6));
    expect(followUps('ct', full)?.map(({ sum, response }) => [sum, response])).toEqual([[null, null]]);
  });

  it('of 0 mm is a lesion gone: complete only when none is counted any more', () => {
    const gone = [lesion(1, 1, 30), lesion(2, 1, 12, { ct_portal_mm: 0 })];
    const none = YEARLY.map((pair) => ({
      ...pair,
      ...counts((counted) => (counted === 'ct_portal' ? 0 : 1)),
    }));
    expect(responses('ct_portal', gone)).toEqual(['pr']);
    expect(responses('ct_portal', gone, none)).toEqual(['cr']);
  });

  it('is complete only when no lesion that is no target is measured any more', () => {
    const none = YEARLY.map((pair) => ({ ...pair, ...counts(() => 0) }));
    const baseline = [lesion(1, 1, 30), lesion(1, 2, 20), lesion(1, 3, 12)];
    expect(responses('ct', [...baseline, lesion(2, 3, 6)], none)).toEqual(['pr']);
    expect(responses('ct', [...baseline, lesion(2, 3, 0)], none)).toEqual(['cr']);
    // A target is judged by the sequence that it is followed on, here the arterial one.
    const elsewhere = lesion(2, 1, 0, { ct_portal_mm: 5 });
    expect(responses('ct', [...baseline, elsewhere], none)).toEqual(['cr']);
  });

  it('with a lesion number that the baseline has not is progression, and stays it', () => {
    const visits = [lesion(1, 1, 30), lesion(2, 1, 30), lesion(2, 2, 6), lesion(3, 1, 30), lesion(3, 2, 6)];
    expect(responses('ct', visits)).toEqual(['pd', 'pd']);
    expect(followUps('ct', visits)?.map(({ newLesion, grown }) => [newLesion, grown])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('takes no lesion for new that the sequence does not show', () => {
    const visits = [
      lesion(1, 1, 30),
      lesion(2, 1, 30),
      lesion(2, 2, 6, { ct_portal_mm: null, ct_arterial_mm: 0 }),
    ];
    expect(responses('ct', visits)).toEqual(['sd']);
    expect(responses('mri', visits)).toEqual(['pd']);
  });

  it('takes no lesion for new where the baseline had no room for it', () => {
    const five = [1, 2, 3, 4, 5];
    const full = [
      ...five.map((number) => lesion(1, number, 30)),
      lesion(2, 1, 30),
      lesion(2, 2, 30),
      lesion(2, 6, 30),
    ];
    expect(responses('ct', full)).toEqual(['sd']);
  });

  it('grows from the day of its own scan at baseline', () => {
    const late = YEARLY.map((pair) => (pair.pair === 2 ? { ...pair, mri_date: '2019-01-05' } : pair));
    const visits = [lesion(1, 1, 50), lesion(2, 1, 60)];
    expect(followUps('ct', visits, late)?.[0]?.growth).toBe('slow');
    expect(followUps('mri', visits, late)?.[0]?.growth).toBe('faster');
  });
});
