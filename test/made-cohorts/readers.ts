import type { CentreRow } from '#shared/study/study.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import type { ReaderRow } from '#shared/tables/readers.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { NO_COUNTS } from '#test/tables/rows.ts';
import { codeOf, randomPatient } from './patients.ts';
import { type Random, seeded } from './random.ts';
import { type Counts, measuredDiameters, seenCounts, USUAL_SIGHT } from './scans.ts';
import { randomVisitDays } from './visits.ts';

/** Who read the pairs of a centre's patients, one list a pair. */
const CENTRES: Readonly<Record<string, readonly (readonly (readonly number[])[])[]>> = {
  grenoble: [
    [
      [1, 3],
      [1, 2],
    ],
    [[1, 2]],
    [[1, 2], [1]],
    [[1, 2]],
    [[1, 2]],
    [[1, 2]],
    [[1]],
    [[2]],
  ],
  strasbourg: [
    [[1, 2, 3]],
    [
      [1, 2, 3],
      [1, 3],
    ],
    [[1, 2, 3]],
    [[1, 2, 3]],
    [[1, 2, 3]],
    [
      [1, 2, 3],
      [2, 3],
    ],
    [[1, 2, 3]],
  ],
  // Both too small to be shown by name.
  troyes: [[[1, 2], [1]], [[1, 2]], [[1, 2]], [[1]]],
  vannes: [
    [[1, 2]],
    [
      [1, 4],
      [1, 2],
    ],
    [[1, 2]],
  ],
};

/** What readers say in place of counts and measures, by centre, patient, pair and reader. */
const OTHERWISE: Readonly<Record<string, Partial<PairRow>>> = {
  'grenoble 2 1 1': { countable: 'massive' },
  'grenoble 2 1 2': { countable: 'massive' },
  'grenoble 4 1 2': { countable: 'coalescent', measurable: 'not_measurable' },
  'grenoble 5 1 1': { measurable: 'no_lesion_over_5_mm' },
  'grenoble 5 1 2': { measurable: 'no_lesion_over_5_mm' },
  'grenoble 6 1 1': { measurable: null },
  'strasbourg 3 1 1': { countable: 'coalescent', measurable: 'not_measurable' },
  'strasbourg 3 1 2': { countable: 'massive', measurable: 'not_measurable' },
  'strasbourg 3 1 3': { countable: 'coalescent', measurable: 'no_lesion_on_every_sequence' },
  'strasbourg 4 1 3': { countable: 'massive', measurable: 'not_measurable' },
  'strasbourg 6 1 2': { measurable: 'no_lesion_on_every_sequence' },
  'troyes 1 1 2': { countable: 'coalescent', measurable: 'not_measurable' },
  'vannes 3 1 1': { countable: 'massive', measurable: 'not_measurable' },
  'vannes 3 1 2': { countable: 'massive', measurable: 'not_measurable' },
};

/** What each centre says of its readers; Troyes says nothing, and Vannes nothing of its reader 4. */
const DESCRIBED: Readonly<Record<string, readonly ReaderRow[]>> = {
  grenoble: [
    { reader: 1, role: 'radiologist', years_of_experience: 14, blinded: true },
    { reader: 2, role: 'resident', years_of_experience: 3, blinded: true },
    { reader: 3, role: 'other', years_of_experience: null, blinded: null },
  ],
  strasbourg: [
    { reader: 1, role: 'radiologist', years_of_experience: 21, blinded: false },
    { reader: 2, role: 'fellow', years_of_experience: 6, blinded: true },
    { reader: 3, role: null, years_of_experience: 9, blinded: true },
    // Who has read nothing that the study uses.
    { reader: 9, role: 'resident', years_of_experience: 2, blinded: true },
  ],
  vannes: [
    { reader: 1, role: 'radiologist', years_of_experience: 30, blinded: true },
    { reader: 2, role: 'resident', years_of_experience: 0, blinded: null },
  ],
};

/** How well each reader sees, of what the sequences show. */
const ATTENTION: Readonly<Record<number, number>> = { 1: 1, 2: 0.85, 3: 1.04 };

/**
 * Pairs that two or three readers read, who disagree on counts, diameters and on whether anything can be counted or
 * measured. Their lesion numbers match in part: each reader leaves out one lesion and some have one of their own.
 */
export function readers(): readonly CentreRow[] {
  const random = seeded(3);
  const described = Object.entries(DESCRIBED).flatMap(([centre, own]) =>
    own.map((row): CentreRow => ({ centre, content: { table: 'readers', row } })),
  );
  const readings = Object.entries(CENTRES).flatMap(([centre, patients]) =>
    patients.flatMap((pairs, position) => {
      const patient = position + 1;
      const [right, left] = [random.whole(2, 9), random.whole(0, 6)];
      const readings = pairs.flatMap((readBy, visit) => {
        const days = randomVisitDays(visit + 1, random);
        const sizes = Array.from({ length: visit === 0 ? 3 : 2 }, () => random.whole(9, 45));
        return readBy.map((reader) => {
          const otherwise = OTHERWISE[`${centre} ${patient} ${visit + 1} ${reader}`] ?? {};
          const sight = sightOf(reader);
          const counts: Counts = seenCounts({ right, left }, sight, random);
          const pair: Partial<PairRow> = {
            pair: visit + 1,
            reader,
            ...days,
            ...counts,
            ...otherwise,
            ...('countable' in otherwise && NO_COUNTS),
          };
          const measured = otherwise.measurable === undefined;
          return { pair, lesions: measured ? lesionsOf(visit + 1, reader, sizes, random) : [] };
        });
      });
      return rowsOfPatient({
        centre,
        id: codeOf('L', patient),
        patient: randomPatient(random),
        pairs: readings.map(({ pair }) => pair),
        lesions: readings.flatMap(({ lesions }) => lesions),
      });
    }),
  );
  return [...readings, ...described];
}

function sightOf(reader: number) {
  const attention = ATTENTION[reader] ?? 1;
  const on = (sequence: keyof typeof USUAL_SIGHT) => Math.min(1, attention * USUAL_SIGHT[sequence]);
  return {
    mri_t2fs: on('mri_t2fs'),
    mri_diffusion: on('mri_diffusion'),
    mri_arterial: on('mri_arterial'),
    mri_portal: on('mri_portal'),
    ct_arterial: on('ct_arterial'),
    ct_portal: on('ct_portal'),
  };
}

function lesionsOf(
  pair: number,
  reader: number,
  sizes: readonly number[],
  random: Random,
): readonly Partial<LesionRow>[] {
  const seen = sizes.flatMap((size, position) =>
    // Reader 2 leaves out the third lesion of a pair now and then.
    reader === 2 && position === 2 && random.chance(0.5) ? [] : [{ number: position + 1, size }],
  );
  const own = random.chance(0.15) ? [{ number: 3 + reader, size: random.whole(6, 12) }] : [];
  return [...seen, ...own].map(({ number, size }) => ({
    pair,
    reader,
    lesion: number,
    side: number === 2 ? 'left' : 'right',
    ...measuredDiameters(size + (reader === 2 ? 0.8 : 0), random, {
      missing: reader === 1 ? 0.1 : 0.2,
      error: reader === 3 ? 2 : 1,
    }),
  }));
}
