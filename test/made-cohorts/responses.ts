import type { CentreRow } from '#shared/study/study.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { counted, onEverySequence, writtenPatient } from '#test/study/written-patient.ts';
import { codeOf, randomPatient } from './patients.ts';
import { seeded } from './random.ts';

/** A course for each rule of RECIST that `follow-ups` has none for, as `written-patient.ts` reads it. */
const WRITTEN = [
  // Present and too small to measure; then larger; then no room for it.
  '1=12 → (1+0) → 1=7',
  '1=30 3=20 (6+0) → 3=20 5=19 7=18 9=17 11=16 (6+0) → 1=28 3=20 (6+0)',
  '1=22 2=18 → 1=21 (2+1) → 1=22 (1+1)',
  // Cannot be counted, or cannot be measured.
  '1=20 3=16 → (not countable) → 1=20 3=16',
  '1=26 → (1+0) blurred → 1=25',
  '1=20 2=20 → 1=50 (not countable)',
  // New, or only not measured before, or nobody could count before.
  '1=30 (1+1) → 1=30 2=7 (1+1)',
  '1=40 (1+2) → 1=40 2=6 4=6 6=6 (1+3) → 1=40 2=6 4=6 6=6 (1+3)',
  '1=40 (3+0) → 1=40 3=9 (3+0) → 1=40 3=9 5=8 7=8 (4+0)',
  '1=40 (not countable) → 1=40 2=6 (1+1)',
  '1=41 → 1=40 (not countable) → 1=40 2=6',
  '1=30 → 1=30 (9+0) → 1=31 (9+0)',
  // All lesions together.
  '1=40 2=30 3=12 4=10 → 1=40 2=30 3=20 4=20.4',
  '1=40 2=40 3=30 → 1=40 2=40 (2+1) → 1=40 2=40 3=30',
  '1=40 2=40 3=30 → 1=40 2=40 → 1=40 2=40 3=30',
  '1=40 2=40 3=30 5=28 → 1=40 2=40 (2+1) → 1=40 2=40 3=30 5=28',
  '1=40 2=40 3=10 → 1=40 2=40 (2+1)',
  // Complete responses, and what comes back.
  '1=30 3=25 5=8 → (0+0) → 5=8',
  '1=14 → (0+0) → (0+1) → (0+0)',
  '1=13 2=11 → (1+0)',
  // The reader's judgement.
  '1=20 → 1=10 non-target progression → 1=10',
  '1=24 → 1=24 → 1=23 new lesion elsewhere',
  // Stable: in a year, in a day less, and from the nadir's first day.
  '1=20 → day 365 1=24',
  '1=20 → day 364 1=24',
  '1=20 → day 100 1=16 → day 200 1=16 → day 465 1=19.2',
  // No target.
  '1=9.9 → 1=14',
] as const;

const lesion = (pair: number, number: number, mri: number, ct: number | null) => ({
  pair,
  lesion: number,
  side: number === 2 ? ('left' as const) : ('right' as const),
  ...onEverySequence(mri),
  ct_arterial_mm: ct,
  ct_portal_mm: ct,
});

/** What no line can say, as both scans of a line are of one day. */
const OF_OTHER_DAYS: readonly PatientStory[] = [
  // One CT beside two MRI scans, twice; what the first pair does not say of it the second does.
  {
    pairs: [
      { pair: 1, ct_date: '2018-03-01', mri_date: '2018-03-05', ...counted(1, 0) },
      { pair: 2, ct_date: '2018-03-01', mri_date: '2018-05-05', ...counted(1, 1) },
      { pair: 3, ct_date: '2019-03-01', mri_date: '2019-03-05', ...counted(1, 1) },
      { pair: 4, ct_date: '2019-03-01', mri_date: '2019-05-05', ...counted(1, 1) },
    ],
    lesions: [
      lesion(1, 1, 20, null),
      lesion(2, 1, 21, 24),
      lesion(3, 1, 30, 14),
      lesion(4, 1, 14, null),
      lesion(4, 2, 12, 11),
    ],
  },
  // The MRI scans lie in the other order than the CT's.
  {
    pairs: [
      { pair: 1, ct_date: '2018-03-01', mri_date: '2018-05-05', ...counted(1, 0) },
      { pair: 2, ct_date: '2018-04-01', mri_date: '2018-05-01', ...counted(1, 0) },
    ],
    lesions: [lesion(1, 1, 20, 20), lesion(2, 1, 34, 34)],
  },
  // The sequences of one scan do not agree: the lesion is gone on T2, and on CT smaller on one phase, or gone.
  ...[
    { ct_arterial_mm: 10, ct_portal_mm: 20 },
    { ct_arterial_mm: 12, ct_portal_mm: 19 },
    { ct_arterial_mm: 30, ct_portal_mm: 0 },
  ].map(
    (onCt): PatientStory => ({
      pairs: [
        { pair: 1, ct_date: '2018-03-01', mri_date: '2018-03-02', ...counted(1, 0) },
        {
          pair: 2,
          ct_date: '2019-03-01',
          mri_date: '2019-03-02',
          ...counted(1, 0),
          mri_t2fs_right: 0,
          ct_portal_right: Math.sign(onCt.ct_portal_mm),
        },
      ],
      lesions: [lesion(1, 1, 20, 20), { ...lesion(2, 1, 20, 20), ...onCt, mri_t2fs_mm: 0 }],
    }),
  ),
  // One pair twice: the same two scans.
  {
    pairs: [1, 2, 3].map((pair) => ({
      pair,
      ct_date: pair === 1 ? '2018-03-01' : '2018-09-01',
      mri_date: pair === 1 ? '2018-03-02' : '2018-09-02',
      ...counted(2, 1),
    })),
    lesions: [
      ...[1, 2, 3].map((number) => lesion(1, number, 10 + 8 * number, 40 - 9 * number)),
      ...[1, 2, 3].map((number) => lesion(2, number, 24, 9 + 2 * number)),
      lesion(3, 1, 25, 12),
    ],
  },
];

/** A lesion that shrinks under what the study measures, and grows again; and one whose row says that it is gone. */
const SMALLER = ['1=12 → 1=3 → 1=7.9', '1=16 2=12 → 1=15 2=0'] as const;

/** Patients whose courses a radiologist can check by reading them. */
export function responses(): readonly CentreRow[] {
  const random = seeded(11);
  return [...WRITTEN.map(writtenPatient), ...OF_OTHER_DAYS, ...SMALLER.map(writtenPatient)].flatMap(
    (story, position) =>
      rowsOfPatient({
        ...story,
        centre: position % 2 === 0 ? 'albi' : 'nevers',
        id: codeOf('R', position + 1),
        patient: randomPatient(random),
      }),
  );
}
