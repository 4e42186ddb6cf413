import { RESPONSES, type Response } from '#shared/analyses/recist/response.ts';
import { type Modality, type SequenceName, TOTALS } from '#shared/protocol/sequences.ts';
import { SIDES, type Side } from '#shared/protocol/sides.ts';
import type { CentreRow } from '#shared/study/study.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import { countColumn, type PairRow } from '#shared/tables/pairs.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { COURSES, type Visit } from './courses.ts';
import { codeOf, randomPatient } from './patients.ts';
import { type Random, seeded } from './random.ts';
import { diameters } from './scans.ts';
import { visitDays } from './visits.ts';

/**
 * How much smaller than its modality shows a lesion a sequence shows it, in millimetres; from patient to patient it is
 * another sequence that shows it largest.
 */
const SMALLER: Readonly<Record<Modality, readonly number[]>> = { mri: [0.7, 0, 1.1, 1.6], ct: [0, 0.9] };

function smaller(sequence: SequenceName, patient: number): number {
  const [of] = TOTALS.filter(({ sequences }) => sequences.includes(sequence));
  if (of === undefined) throw new Error(`${sequence} is of no modality`);
  const turn = (of.sequences.indexOf(sequence) + patient) % of.sequences.length;
  return SMALLER[of.modality][turn] ?? 0;
}

/** What becomes of 26 mm and 18 mm when a method answers so. */
const SIZES: Readonly<Record<Response, readonly number[]>> = {
  cr: [0, 0],
  pr: [13, 11],
  sd: [24, 19],
  pd: [34, 23],
};
const BASELINE = { mri: [26, 18], ct: [25, 17] } as const satisfies Visit;

/** Each of these measures nothing at some follow-ups, unless it shows the lesions largest: no two answers are alike. */
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
      without: MISSING_BY_TURNS.filter(
        (sequence, turn) => (position >> turn) % 2 === 1 && smaller(sequence, position) > 0,
      ),
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
      pairs: visits.map((visit, visited) => pairOf(visit, visited, position)),
      lesions: visits.flatMap((visit, visited) => lesionsOf(visit, visited, position)),
    }),
  );

function pairOf(visit: Visit, position: number, patient: number): Partial<PairRow> {
  const counts = TOTALS.flatMap(({ name: total, modality, sequences }) =>
    [...sequences, total].flatMap((name) =>
      SIDES.map((side) => [countColumn(name, side), seen(visit, modality, side)] as const),
    ),
  );
  return {
    pair: position + 1,
    measurable:
      visit.measurable ?? (lesionsOf(visit, position, patient).length > 0 ? 'yes' : 'no_lesion_over_5_mm'),
    ...(visit.days ?? visitDays(position + 1, visit.daysBetween ?? 14)),
    ...Object.fromEntries(counts),
  };
}

/** Odd lesion numbers are on the right, even ones on the left. */
const sideOf = (lesion: number): Side => (lesion % 2 === 1 ? 'right' : 'left');

const seen = (visit: Visit, modality: Modality, side: Side): number =>
  (visit.unmeasured?.[modality] ?? 0) * Number(side === 'right') +
  visit[modality].filter((size, position) => (size ?? 0) > 0 && sideOf(position + 1) === side).length;

const lesionsOf = (
  { mri, ct, without = [], alike = false }: Visit,
  position: number,
  patient: number,
): readonly Partial<LesionRow>[] =>
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
          return size === 0 || alike ? size : size - smaller(sequence, patient);
        }),
      },
    ];
  });
