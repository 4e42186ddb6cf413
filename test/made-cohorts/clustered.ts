import type { CentreRow } from '#shared/study/study.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { optionalOfPair, optionalOfPatient } from './optional-columns.ts';
import { codeOf, randomPatient } from './patients.ts';
import { seeded } from './random.ts';
import { measuredDiameters, type OfSequences, seenCounts } from './scans.ts';
import { randomVisitDays } from './visits.ts';

const CENTRES = ['orleans', 'troyes'] as const;
/** Pairs of each patient of a centre. */
const PAIRS = [4, 1, 3, 2, 4, 1, 3, 2, 4, 1, 2] as const;
const MEASURED_PATIENTS = 8;
/** The patient of a centre whose left liver MRI shows as free of metastases. */
const ON_CT_ALONE = 10;

/** On the right diffusion sees all of the MRI's metastases, and CT arterial none. */
const ON_THE_RIGHT: OfSequences = {
  mri_t2fs: 0.6,
  mri_diffusion: 1,
  mri_arterial: 0.6,
  mri_portal: 0.3,
  ct_arterial: 0,
  ct_portal: 0.5,
};
/** On the left CT sees more than MRI does. */
const ON_THE_LEFT: OfSequences = {
  mri_t2fs: 0.3,
  mri_diffusion: 0.4,
  mri_arterial: 0.2,
  mri_portal: 0.2,
  ct_arterial: 0.8,
  ct_portal: 0.7,
};

const ON_CT_ONLY: OfSequences = {
  ...ON_THE_LEFT,
  mri_t2fs: 0,
  mri_diffusion: 0,
  mri_arterial: 0,
  mri_portal: 0,
};

/**
 * More than 50 pairs of patients who have one to four of them, so that R's Wilcoxon leaves its exact law, and whose
 * counts have ties, zeros and differences of either sign; some have metastases on one side only.
 */
export function clustered(): readonly CentreRow[] {
  const random = seeded(5);
  return CENTRES.flatMap((centre) =>
    PAIRS.flatMap((count, position) => {
      const pairs = Array.from({ length: count }, (_, visit) => visit + 1);
      const right = position % 5 === 3 ? 0 : random.whole(1, 8);
      const left = position % 5 === 1 ? 0 : random.whole(1, 6);
      const isMeasured = position < MEASURED_PATIENTS;
      const sizes = Array.from({ length: position % 2 === 0 ? 2 : 3 }, () => random.whole(8, 70));
      return rowsOfPatient({
        centre,
        id: codeOf('C', position + 1),
        patient: { ...randomPatient(random), ...optionalOfPatient(position) },
        pairs: pairs.map((pair) => ({
          pair,
          ...randomVisitDays(pair, random),
          ...optionalOfPair(position + pair),
          measurable: isMeasured ? ('yes' as const) : ('not_measurable' as const),
          ...seenCounts({ right: right + pair - 1, left: 0 }, ON_THE_RIGHT, random),
          ...onlyLeft(
            seenCounts({ right: 0, left }, position === ON_CT_ALONE ? ON_CT_ONLY : ON_THE_LEFT, random),
          ),
        })),
        lesions: isMeasured
          ? pairs.flatMap((pair) =>
              sizes.map((size, lesion) => ({
                pair,
                lesion: lesion + 1,
                side: left === 0 || (right > 0 && lesion < 2) ? ('right' as const) : ('left' as const),
                ...measuredDiameters(size * (0.9 + 0.1 * pair), random, { missing: 0.04, error: 1.5 }),
              })),
            )
          : [],
      });
    }),
  );
}

const onlyLeft = (counts: ReturnType<typeof seenCounts>): ReturnType<typeof seenCounts> =>
  Object.fromEntries(Object.entries(counts).filter(([column]) => column.endsWith('_left')));
