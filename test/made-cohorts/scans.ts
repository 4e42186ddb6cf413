import { SEQUENCE_NAMES, type SequenceName, TOTALS } from '#shared/protocol/sequences.ts';
import { SIDES, type Side } from '#shared/protocol/sides.ts';
import type { DiameterColumn, LesionRow } from '#shared/tables/lesions.ts';
import { type CountColumn, countColumn } from '#shared/tables/pairs.ts';
import type { Random } from './random.ts';

export type OfSequences = Readonly<Record<SequenceName, number>>;
export type Counts = Partial<Record<CountColumn, number>>;
export type Diameters = Pick<LesionRow, DiameterColumn>;

/** How well the sequences see in most of these cohorts. */
export const USUAL_SIGHT: OfSequences = {
  mri_t2fs: 0.7,
  mri_diffusion: 0.95,
  mri_arterial: 0.6,
  mri_portal: 0.35,
  ct_arterial: 0.5,
  ct_portal: 0.3,
};

/** How much larger than they are the sequences show lesions, in millimetres. */
const USUAL_BIAS: OfSequences = {
  mri_t2fs: 0.4,
  mri_diffusion: 1.2,
  mri_arterial: -0.3,
  mri_portal: -0.9,
  ct_arterial: 0.2,
  ct_portal: -1.4,
};

/** Throws for each metastasis and sequence whether it is seen; a modality's total are those seen on any of its own. */
export function seenCounts(
  present: Readonly<Record<Side, number>>,
  sight: OfSequences,
  random: Random,
): Counts {
  const counts: Counts = {};
  const add = (column: CountColumn, seen: boolean) => {
    counts[column] = (counts[column] ?? 0) + Number(seen);
  };
  for (const side of SIDES) {
    for (const { name, sequences } of TOTALS) {
      for (const column of [name, ...sequences]) counts[countColumn(column, side)] = 0;
    }
    for (let metastasis = 0; metastasis < present[side]; metastasis += 1) {
      const seen = new Map(SEQUENCE_NAMES.map((name) => [name, random.chance(sight[name])]));
      for (const [name, visible] of seen) add(countColumn(name, side), visible);
      for (const { name, sequences } of TOTALS) {
        add(
          countColumn(name, side),
          sequences.some((sequence) => seen.get(sequence)),
        );
      }
    }
  }
  return counts;
}

/** Counts that are said for each sequence and total alike on a side. */
export function equalCounts(right: number, left: number): Counts {
  const ofSide = { right, left };
  const columns = SIDES.flatMap((side) =>
    TOTALS.flatMap(({ name, sequences }) =>
      [...sequences, name].map((column): [CountColumn, number] => [countColumn(column, side), ofSide[side]]),
    ),
  );
  return Object.fromEntries(columns);
}

const tenth = (millimetres: number) => Math.round(10 * millimetres) / 10;

/** The diameter that a column of each sequence holds, from what is said of the sequence. */
export function diameters(shownOn: (sequence: SequenceName) => number | null): Diameters {
  const on = (sequence: SequenceName) => {
    const millimetres = shownOn(sequence);
    return millimetres === null ? null : tenth(millimetres);
  };
  return {
    mri_t2fs_mm: on('mri_t2fs'),
    mri_diffusion_mm: on('mri_diffusion'),
    mri_arterial_mm: on('mri_arterial'),
    mri_portal_mm: on('mri_portal'),
    ct_arterial_mm: on('ct_arterial'),
    ct_portal_mm: on('ct_portal'),
  };
}

/** A lesion of some size as the sequences show it, each with its bias and an error; some are not visible. */
export function measuredDiameters(
  size: number,
  random: Random,
  { missing = 0, error = 1 }: { readonly missing?: number; readonly error?: number } = {},
): Diameters {
  return diameters((sequence) => {
    const shown = size + USUAL_BIAS[sequence] + random.normal() * error;
    // Diffusion shows every lesion, so that each row has a diameter.
    return sequence !== 'mri_diffusion' && random.chance(missing) ? null : Math.max(5, shown);
  });
}
