import { addDays } from '#shared/calendar.ts';
import { COUNTED } from '#shared/protocol/sequences.ts';
import { SIDES, type Side } from '#shared/protocol/sides.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import { countColumn, type PairRow } from '#shared/tables/pairs.ts';
import { NO_COUNTS } from '#test/tables/rows.ts';
import type { PatientStory } from './centre-rows.ts';

/*
 * A course as a radiologist writes it on a line: visits with arrows between, a year apart unless `day N` says when.
 *
 *   1=30 2=7       lesion 1 has 30 mm and lesion 2 has 7 mm on every sequence; odd numbers are right, even ones left
 *   1=0, 1=?       its row says 0, or is blank
 *   (2+1)          2 metastases are counted on the right and 1 on the left; without it, those that are measured
 *   (not countable), blurred, non-target progression, new lesion elsewhere
 */

const FIRST_DAY = '2016-01-04';
const YEAR = 365;

const oddIsRight = (lesion: number): Side => (lesion % 2 === 1 ? 'right' : 'left');

export const onEverySequence = (mm: number | null) => ({
  mri_t2fs_mm: mm,
  mri_diffusion_mm: mm,
  mri_arterial_mm: mm,
  mri_portal_mm: mm,
  ct_arterial_mm: mm,
  ct_portal_mm: mm,
});

/** The same counts of every sequence and total. */
export const counted = (right: number, left: number): Partial<PairRow> =>
  Object.fromEntries(
    COUNTED.flatMap(({ name }) =>
      SIDES.map((side) => [countColumn(name, side), side === 'right' ? right : left] as const),
    ),
  );

function visitOf(written: string, position: number) {
  const lesions = Array.from(
    written.matchAll(/(\d+)=([\d.]+|\?)/g),
    ([, number, size]): Partial<LesionRow> => ({
      pair: position + 1,
      lesion: Number(number),
      side: oddIsRight(Number(number)),
      ...onEverySequence(size === '?' ? null : Number(size)),
    }),
  );
  const measuredOn = (side: Side) =>
    lesions.filter((row) => row.side === side && (row.ct_portal_mm ?? 0) > 0).length;
  const [, right, left] = /\((\d+)\+(\d+)\)/.exec(written) ?? [];
  const day = addDays(FIRST_DAY, Number(/day (\d+)/.exec(written)?.[1] ?? YEAR * position));
  const pair: Partial<PairRow> = {
    pair: position + 1,
    ct_date: day,
    mri_date: day,
    measurable: written.includes('blurred') ? 'not_measurable' : 'yes',
    non_target_progression: written.includes('non-target progression') || null,
    new_lesion_elsewhere: written.includes('new lesion elsewhere') || null,
    ...(written.includes('(not countable)')
      ? { countable: 'coalescent', ...NO_COUNTS }
      : counted(Number(right ?? measuredOn('right')), Number(left ?? measuredOn('left')))),
  };
  return { pair, lesions };
}

/** The pairs and lesions of a written course. */
export function writtenPatient(written: string): PatientStory {
  const visits = written.split('→').map(visitOf);
  return { pairs: visits.map(({ pair }) => pair), lesions: visits.flatMap(({ lesions }) => lesions) };
}
