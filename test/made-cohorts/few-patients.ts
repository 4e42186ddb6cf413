import type { CentreRow } from '#shared/study/study.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { NO_COUNTS } from '#test/tables/rows.ts';
import { seeded } from './random.ts';
import { equalCounts, measuredDiameters, seenCounts, USUAL_SIGHT } from './scans.ts';
import { visitDays } from './visits.ts';

const random = seeded(1);

const lesion = (pair: number, number: number, side: LesionRow['side'], size: number) => ({
  pair,
  lesion: number,
  side,
  ...measuredDiameters(size, random),
});

const withTwoPairs: PatientStory = {
  centre: 'reims',
  id: 'R01',
  pairs: [
    { ...visitDays(1, 12), ...seenCounts({ right: 6, left: 3 }, USUAL_SIGHT, random) },
    { pair: 2, ...visitDays(2, -8), ...seenCounts({ right: 7, left: 3 }, USUAL_SIGHT, random) },
  ],
  lesions: [
    lesion(1, 1, 'right', 22),
    lesion(1, 2, 'left', 14),
    lesion(2, 1, 'right', 27),
    lesion(2, 2, 'left', 13),
    lesion(2, 3, 'right', 9),
  ],
};

const withOnePair: PatientStory = {
  centre: 'poitiers',
  id: 'T01',
  patient: { sex: 'M', age_at_diagnosis: 66, primary_site: 'pancreas', grade: 'G2', ki67_percent: 8 },
  pairs: [{ ...visitDays(1, 40), ...seenCounts({ right: 2, left: 5 }, USUAL_SIGHT, random) }],
  lesions: [lesion(1, 1, 'left', 31), lesion(1, 2, 'left', 11)],
};

/** A study of one patient with two pairs. */
export const onePatient = (): readonly CentreRow[] => rowsOfPatient(withTwoPairs);

const NOT_ON_CT = { ct_arterial_left: 0, ct_portal_left: 0, ct_total_left: 0 } as const;

/** A study of one pair that is counted, and on the left by MRI only, and a later one of the same patient that could only be measured. */
export const onePair = (): readonly CentreRow[] => {
  const [first = {}, second = {}] = withTwoPairs.pairs ?? [];
  return rowsOfPatient({
    ...withTwoPairs,
    pairs: [
      { ...first, ...NOT_ON_CT },
      { ...second, countable: 'coalescent', ...NO_COUNTS },
    ],
    lesions: withTwoPairs.lesions?.filter(({ lesion: number }) => number === 1) ?? [],
  });
};

/** A study of two patients, each alone in a centre. */
export const twoPatients = (): readonly CentreRow[] => [
  ...rowsOfPatient(withTwoPairs),
  ...rowsOfPatient(withOnePair),
];

/** Patients of whom neither scan shows a metastasis that could be counted. */
export const allZeros = (): readonly CentreRow[] =>
  ['colmar', 'mulhouse'].flatMap((centre) =>
    [1, 2, 3, 4, 5, 6].flatMap((number) =>
      rowsOfPatient({
        centre,
        id: `Z0${number}`,
        pairs: Array.from({ length: number === 1 ? 2 : 1 }, (_, position) => ({
          pair: position + 1,
          measurable: 'no_lesion_over_5_mm' as const,
          ...visitDays(position + 1, 5 * number),
          ...equalCounts(0, 0),
        })),
      }),
    ),
  );
