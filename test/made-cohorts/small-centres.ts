import type { CentreRow } from '#shared/study/study.ts';
import { FIRST_READER } from '#shared/tables/pairs.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { codeOf, randomPatient } from './patients.ts';
import { seeded } from './random.ts';
import { measuredDiameters, type OfSequences, seenCounts, USUAL_SIGHT } from './scans.ts';
import { randomVisitDays } from './visits.ts';

interface MadeCentre {
  readonly patients: number;
  /** Of them, the first so many have lesions that were measured. */
  readonly measured: number;
  readonly sight?: Partial<OfSequences>;
  /** By how much the centre measures more on CT than the others do, in millimetres. */
  readonly onCt?: number;
}

/** By name, with what each is there for when five patients is the fewest that is shown. */
const CENTRES: Readonly<Record<string, MadeCentre>> = {
  // Large, and unlike the others, so that the centres are heterogeneous.
  nancy: { patients: 14, measured: 12, sight: { ct_arterial: 0.9, ct_portal: 0.7 }, onCt: 3 },
  // Exactly as many as have to be, one more, and one fewer, which with the next is just enough for the others.
  brest: { patients: 5, measured: 5 },
  metz: { patients: 6, measured: 4 },
  dijon: { patients: 4, measured: 4 },
  limoges: { patients: 1, measured: 1 },
  // Shown by its counts and its measures.
  angers: { patients: 8, measured: 7, sight: { mri_portal: 0.7 } },
  // Sends patients whom the study leaves out.
  nimes: { patients: 6, measured: 5, sight: { ct_arterial: 0.1 }, onCt: -2 },
};
const EXCLUDED_IN = 'nimes';

/** A few centres say who their first reader is, whose experience is that of no other cohort. */
const YEARS_OF_EXPERIENCE: Readonly<Record<string, number>> = { nancy: 12, angers: 5, metz: 18 };

const describedReaders = (): readonly CentreRow[] =>
  Object.entries(YEARS_OF_EXPERIENCE).map(([centre, years_of_experience]) => ({
    centre,
    content: {
      table: 'readers',
      row: { reader: FIRST_READER, role: 'radiologist', years_of_experience, blinded: true },
    },
  }));

/** Centres around the fewest patients that a centre has to have to be shown by itself. */
export function smallCentres(): readonly CentreRow[] {
  const random = seeded(4);
  const read = Object.entries(CENTRES).flatMap(([centre, { patients, measured, sight, onCt = 0 }]) =>
    Array.from({ length: patients }, (_, position) => position + 1).flatMap((patient) => {
      const pairs = Array.from({ length: random.whole(1, 2) }, (_, position) => position + 1);
      const isMeasured = patient <= measured;
      return rowsOfPatient({
        centre,
        id: codeOf('S', patient),
        patient: {
          ...randomPatient(random),
          ...(centre === EXCLUDED_IN && patient === patients && { histologically_proven: false }),
        },
        pairs: pairs.map((pair) => ({
          pair,
          ...randomVisitDays(pair, random),
          measurable: isMeasured ? ('yes' as const) : ('no_lesion_over_5_mm' as const),
          ...seenCounts(
            { right: random.whole(2, 8), left: random.whole(0, 5) },
            { ...USUAL_SIGHT, ...sight },
            random,
          ),
        })),
        lesions: isMeasured
          ? pairs.flatMap((pair) =>
              [1, 2].map((lesion) => {
                const row = measuredDiameters(random.whole(9, 50), random, {
                  missing: lesion === 2 ? 0.2 : 0,
                });
                const onCtToo = (diameter: number | null) =>
                  diameter === null ? null : Math.max(5, Math.round(10 * (diameter + onCt)) / 10);
                return {
                  pair,
                  lesion,
                  side: lesion === 1 ? ('right' as const) : ('left' as const),
                  ...row,
                  ct_arterial_mm: onCtToo(row.ct_arterial_mm),
                  ct_portal_mm: onCtToo(row.ct_portal_mm),
                };
              }),
            )
          : [],
      });
    }),
  );
  return [...describedReaders(), ...read];
}
