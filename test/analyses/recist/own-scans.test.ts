import { describe, expect, it } from 'vitest';
import { assessmentBy } from '#shared/analyses/recist/courses.ts';
import type { RecistMethodName } from '#shared/analyses/recist/methods.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import { counted, onEverySequence } from '#test/study/written-patient.ts';
import { NO_COUNTS } from '#test/tables/rows.ts';
import { answersBy, writtenCourses } from './written-courses.ts';

/* What a line of `written-courses.test.ts` cannot say: scans on days of their own, and sequences that differ. */

const lesion = (pair: number, number: number, mm: number | null, differs: Partial<LesionRow> = {}) => ({
  pair,
  lesion: number,
  ...onEverySequence(mm),
  ...differs,
});
const pair = (number: number, ct_date: string, mri_date: string, differs: Partial<PairRow> = {}) => ({
  pair: number,
  ct_date,
  mri_date,
  ...counted(1, 0),
  ...differs,
});
const answers = (
  method: RecistMethodName,
  pairs: readonly Partial<PairRow>[],
  lesions: readonly Partial<LesionRow>[],
) => answersBy(writtenCourses({ pairs, lesions }), method);

describe('the time of a visit', () => {
  it('is the scan’s own day, whatever the numbers of the pairs', () => {
    const pairs = [pair(1, '2019-03-01', '2019-03-05'), pair(2, '2018-03-01', '2018-03-05')];
    expect(answers('ct', pairs, [lesion(1, 1, 20), lesion(2, 1, 40)])).toBe('PR');
    expect(answers('ct', pairs, [lesion(1, 1, 40), lesion(2, 1, 20)])).toBe('PD (growth, burden)');
  });

  it('is that of the CT for CT, and that of the MRI for MRI', () => {
    // The two MRI scans lie in the other order.
    const pairs = [pair(1, '2018-03-01', '2018-05-05'), pair(2, '2018-04-01', '2018-05-01')];
    const lesions = [lesion(1, 1, 20), lesion(2, 1, 40)];
    expect(answers('ct', pairs, lesions)).toBe('PD (growth, burden)');
    expect(answers('ct_portal', pairs, lesions)).toBe('PD (growth, burden)');
    expect(answers('mri', pairs, lesions)).toBe('PR');
    expect(answers('mri_t2fs', pairs, lesions)).toBe('PR');
  });

  it('says how fast a lesion grows', () => {
    const pairs = [pair(1, '2018-03-01', '2018-03-05'), pair(2, '2019-03-01', '2019-01-05')];
    const lesions = [lesion(1, 1, 20), lesion(2, 1, 24)];
    expect(answers('ct', pairs, lesions)).toBe('SD slow');
    expect(answers('mri', pairs, lesions)).toBe('SD faster');
  });

  it('is one where two pairs have the same scan', () => {
    const pairs = [
      pair(1, '2018-03-01', '2018-03-05'),
      pair(2, '2018-03-01', '2018-05-05'),
      pair(3, '2019-03-01', '2019-03-05'),
    ];
    const lesions = [1, 2, 3].map((number) => lesion(number, 1, 20));
    expect(answers('ct', pairs, lesions)).toBe('SD not growing');
    expect(answers('mri', pairs, lesions)).toBe('SD not growing → SD not growing');
    const [course] = writtenCourses({ pairs: pairs.slice(0, 2), lesions });
    const followUpsBy = (method: RecistMethodName) => course && assessmentBy(method, course)?.followUps;
    expect(followUpsBy('ct')).toHaveLength(0);
    expect(followUpsBy('mri')).toHaveLength(1);
  });

  it('takes from two pairs of one scan what the first says, and else what the second says', () => {
    const first = pair(1, '2018-03-01', '2018-03-05', { countable: 'massive', ...NO_COUNTS });
    const again = pair(2, '2018-03-01', '2018-05-05', { ...counted(0, 1), new_lesion_elsewhere: true });
    const later = pair(3, '2019-03-01', '2019-03-05', counted(1, 1));
    const lesions = [
      lesion(1, 1, 20, { ct_portal_mm: null }),
      lesion(2, 1, 30),
      lesion(3, 1, 21),
      lesion(3, 2, 6, { side: 'left' }),
    ];
    // 20 on the arterial phase and 30 on the portal one; the second pair counted one on the left.
    expect(answers('ct_arterial', [first, again, later], lesions)).toBe('SD slow, more counted');
    expect(answers('ct_portal', [first, again, later], lesions)).toBe('PR, more counted');
    const before = pair(4, '2017-03-01', '2017-03-05');
    expect(answers('ct_portal', [before, first, again], [...lesions, lesion(4, 1, 20)])).toBe(
      'PD (growth, burden, judgement)',
    );
  });
});

const YEARLY = [1, 2, 3].map((number) => pair(number, `${2017 + number}-03-01`, `${2017 + number}-03-05`));
const TWO = YEARLY.slice(0, 2);

describe('a modality', () => {
  it('follows a lesion on the sequence that showed it largest at baseline', () => {
    const lesions = [
      lesion(1, 1, 20, { mri_portal_mm: 25.5 }),
      lesion(2, 1, 20, { mri_t2fs_mm: null, mri_diffusion_mm: 34, mri_portal_mm: 24 }),
    ];
    expect(answers('mri', TWO, lesions)).toBe('SD not growing');
    expect(answers('mri_diffusion', TWO, lesions)).toBe('PD (growth, burden)');
  });

  it('has a target where one of its sequences shows 10 mm', () => {
    const lesions = [lesion(1, 1, 10, { ct_portal_mm: 9.9 }), lesion(2, 1, 10)];
    expect(answers('ct_portal', TWO, lesions)).toBe('no target');
    expect(answers('ct_arterial', TWO, lesions)).toBe('SD not growing');
    expect(answers('ct', TWO, lesions)).toBe('SD not growing');
  });

  it('has no complete response while another sequence shows or counts a lesion', () => {
    const gone = pair(2, '2019-03-01', '2019-03-05', {
      ...counted(0, 0),
      ct_portal_right: 1,
      ct_total_right: 1,
    });
    const lesions = [lesion(1, 1, 20, { ct_portal_mm: 15 }), lesion(2, 1, 0, { ct_portal_mm: 5 })];
    const [first] = YEARLY;
    expect(answers('ct_arterial', [first ?? {}, gone], lesions)).toBe('CR');
    expect(answers('ct', [first ?? {}, gone], lesions)).toBe('PR');
    expect(answers('ct', [first ?? {}, { ...gone, ...counted(0, 0) }], lesions)).toBe('PR');
    expect(answers('mri', [first ?? {}, { ...gone }], lesions)).toBe('CR');
  });

  it('takes a lesion for new that only the other modality saw before', () => {
    const onMri = { ct_arterial_mm: null, ct_portal_mm: null };
    const lesions = [lesion(1, 1, 40), lesion(1, 3, 6, onMri), lesion(2, 1, 40), lesion(2, 3, 6)];
    expect(answers('ct', TWO, lesions)).toBe('PD (new lesion)');
    expect(answers('mri', TWO, lesions)).toBe('SD not growing');
  });

  it('takes no lesion for new that it does not show', () => {
    const lesions = [
      lesion(1, 1, 40),
      lesion(2, 1, 40),
      lesion(2, 2, 6, { ct_portal_mm: null, ct_arterial_mm: 0 }),
    ];
    expect(answers('ct', TWO, lesions)).toBe('SD not growing');
    expect(answers('mri', TWO, lesions)).toBe('PD (new lesion)');
  });
});

it('as many others as the study measures leave no room for a target', () => {
  const lesions = [lesion(1, 1, 20), lesion(1, 3, 20), lesion(2, 3, 20)];
  const pairs = TWO.map((each) => ({ ...each, ...counted(2, 0) }));
  const by = (mostLesionsMeasured: number) =>
    answersBy(writtenCourses({ pairs, lesions }, { mostLesionsMeasured }), 'ct');
  expect([by(2), by(1)]).toEqual(['PR, 5 mm', 'NE']);
});

describe('a scan in two pairs', () => {
  const first = pair(1, '2018-03-01', '2018-03-05', counted(3, 0));
  const twice = (differs: Partial<PairRow>) => [
    first,
    pair(2, '2019-03-01', '2019-03-05', { ...counted(3, 0), ...differs }),
    pair(3, '2019-03-01', '2019-05-05', counted(3, 0)),
  ];

  it('cannot be measured where both pairs say so', () => {
    const blurred = { measurable: 'not_measurable' as const };
    const [, second, third] = twice(blurred);
    expect(answers('ct', twice(blurred), [lesion(1, 1, 20)])).toBe('PR, 5 mm');
    expect(answers('ct', [first, second ?? {}, { ...third, ...blurred }], [lesion(1, 1, 20)])).toBe('NE');
  });

  it('has room for a target where one of the pairs has', () => {
    const by = (lesions: readonly Partial<LesionRow>[]) =>
      answersBy(
        writtenCourses(
          { pairs: twice({}), lesions: [lesion(1, 1, 20), ...lesions] },
          { mostLesionsMeasured: 1 },
        ),
        'ct',
      );
    expect(by([lesion(2, 3, 6)])).toBe('PR, 5 mm');
    expect(by([lesion(2, 3, 6), lesion(3, 3, 6)])).toBe('NE');
  });
});

it('a lesion that is read on the other side is none that is new', () => {
  const lesions = [
    lesion(1, 1, 40),
    lesion(1, 3, 6, { side: 'left' }),
    lesion(2, 1, 40),
    lesion(2, 3, 6, { side: 'right' }),
  ];
  const pairs = TWO.map((each, position) => ({
    ...each,
    ...(position === 0 ? counted(1, 1) : counted(2, 0)),
  }));
  expect(answers('ct', pairs, lesions)).toBe('SD not growing');
  const uncounted = pairs.map((each, position) => ({
    ...each,
    ...(position === 0 && { countable: 'massive' as const, ...NO_COUNTS }),
  }));
  expect(answers('ct', uncounted, lesions)).toBe('SD not growing');
});

it('lesions of one side that are there without a diameter are counted on the sequence of each', () => {
  // Lesion 3 is followed on T2 and lesion 5 on the portal phase, and each counts one more than was measured.
  const onT2 = { mri_t2fs_mm: 30 };
  const onPortal = { mri_portal_mm: 30 };
  const lesions = [1, 2, 3].flatMap((at) => [
    lesion(at, 1, 50),
    lesion(at, 2, 50, { side: 'left' }),
    ...(at === 2 ? [] : [lesion(at, 3, 20, onT2), lesion(at, 5, 20, onPortal)]),
  ]);
  const all = counted(3, 1);
  const pairs = YEARLY.map((each, position) => ({
    ...each,
    ...(position === 1
      ? { ...counted(1, 1), mri_t2fs_right: 2, mri_portal_right: 2, mri_total_right: 3 }
      : all),
  }));
  expect(answers('mri', pairs, lesions)).toBe('SD not growing → SD not growing');
});
