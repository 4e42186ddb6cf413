import { RESPONSES, type Response } from '#shared/analyses/recist/response.ts';
import { MODALITIES, type Modality, SEQUENCES, type SequenceName } from '#shared/protocol/sequences.ts';
import type { CentreRow } from '#shared/study/study.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import { countColumn, type PairRow } from '#shared/tables/pairs.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { COURSES, type Visit } from './courses.ts';
import { codeOf, randomPatient } from './patients.ts';
import { type Random, seeded } from './random.ts';
import { diameters } from './scans.ts';
import { visitDays } from './visits.ts';

/** How much smaller than its modality shows a lesion a sequence shows it, in millimetres. */
const SMALLER: Partial<Record<SequenceName, number>> = {
  mri_t2fs: 0.7,
  mri_arterial: 1.1,
  mri_portal: 1.6,
  ct_portal: 0.9,
};

/** What becomes of 26 mm and 18 mm when a method answers so. */
const SIZES: Readonly<Record<Response, readonly number[]>> = {
  cr: [0, 0],
  pr: [13, 11],
  sd: [24, 19],
  pd: [34, 23],
};
const BASELINE = { mri: [26, 18], ct: [25, 17] } as const satisfies Visit;

/** Each of these sequences measures nothing at every other, every fourth … follow-up: no two answers are alike. */
const MISSING_BY_TURNS: readonly SequenceName[] = ['mri_t2fs', 'mri_arterial', 'mri_portal', 'ct_portal'];

/** A patient for each answer of MRI with each of CT; from one to the next the lesions are larger. */
const EVERY_ANSWER: readonly (readonly Visit[])[] = RESPONSES.flatMap((mri) =>
  RESPONSES.map((ct) => ({ mri: SIZES[mri], ct: SIZES[ct] })),
).map(({ mri, ct }, position) => {
  const larger = (size: number) => size * (1 + position / 20);
  return [
    { mri: BASELINE.mri.map(larger), ct: BASELINE.ct.map(larger) },
    {
      mri: mri.map(larger),
      ct: ct.map(larger),
      daysBetween: 3 * position - 9,
      without: MISSING_BY_TURNS.filter((_, turn) => (position >> turn) % 2 === 1),
    },
  ];
});

/** One centre alone is too small to be shown, so that another one has to join it. */
const IN_A_SMALL_CENTRE = 3;

/** Patients who were seen again: each answer of MRI with each of CT, then one patient for each case of the rules. */
export function followUps(): readonly CentreRow[] {
  const random = seeded(6);
  return [
    ...ofCentre('clermont', 'A', EVERY_ANSWER.slice(0, RESPONSES.length * 2), random),
    ...ofCentre('rennes', 'B', EVERY_ANSWER.slice(RESPONSES.length * 2), random),
    ...ofCentre('toulouse', 'C', COURSES.slice(0, -IN_A_SMALL_CENTRE), random),
    ...ofCentre('tarbes', 'D', COURSES.slice(-IN_A_SMALL_CENTRE), random),
  ];
}

const ofCentre = (
  centre: string,
  letter: string,
  courses: readonly (readonly Visit[])[],
  random: Random,
): readonly CentreRow[] =>
  courses.flatMap((visits, position) =>
    rowsOfPatient({
      centre,
      id: codeOf(letter, position + 1),
      patient: randomPatient(random),
      pairs: visits.map(pairOf),
      lesions: visits.flatMap(lesionsOf),
    }),
  );

function pairOf(visit: Visit, position: number): Partial<PairRow> {
  const counts = MODALITIES.flatMap((modality) =>
    [...SEQUENCES.filter((sequence) => sequence.modality === modality).map(({ name }) => name)].flatMap(
      (name) =>
        (['right', 'left'] as const).map(
          (side) => [countColumn(name, side), seen(visit, modality, side)] as const,
        ),
    ),
  );
  const totals = MODALITIES.flatMap((modality) =>
    (['right', 'left'] as const).map(
      (side) => [countColumn(`${modality}_total`, side), seen(visit, modality, side)] as const,
    ),
  );
  return {
    pair: position + 1,
    measurable: visit.measurable ?? (lesionsOf(visit, position).length > 0 ? 'yes' : 'no_lesion_over_5_mm'),
    ...(visit.days ?? visitDays(position + 1, visit.daysBetween ?? 14)),
    ...Object.fromEntries([...counts, ...totals]),
  };
}

/** Odd lesion numbers are on the right, even ones on the left. */
const sideOf = (lesion: number): LesionRow['side'] => (lesion % 2 === 1 ? 'right' : 'left');

const seen = (visit: Visit, modality: Modality, side: LesionRow['side']): number =>
  (visit.unmeasured?.[modality] ?? 0) * Number(side === 'right') +
  visit[modality].filter((size, position) => (size ?? 0) > 0 && sideOf(position + 1) === side).length;

const lesionsOf = ({ mri, ct, without = [] }: Visit, position: number): readonly Partial<LesionRow>[] =>
  Array.from({ length: Math.max(mri.length, ct.length) }, (_, lesion) => lesion).flatMap((lesion) => {
    const shown = { mri: mri[lesion] ?? null, ct: ct[lesion] ?? null };
    // Nothing of 5 mm is left of it, on neither scan: it has no row.
    if ((shown.mri ?? 0) < 5 && (shown.ct ?? 0) < 5) return [];
    return [
      {
        pair: position + 1,
        lesion: lesion + 1,
        side: sideOf(lesion + 1),
        ...diameters((sequence) => {
          const size = shown[sequence.startsWith('mri') ? 'mri' : 'ct'];
          if (size === null || without.includes(sequence)) return null;
          return size === 0 ? 0 : size - (SMALLER[sequence] ?? 0);
        }),
      },
    ];
  });
