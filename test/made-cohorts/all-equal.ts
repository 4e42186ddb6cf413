import type { SequenceName } from '#shared/protocol/sequences.ts';
import type { CentreRow } from '#shared/study/study.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { NO_COUNTS } from '#test/tables/rows.ts';
import { randomPatient } from './patients.ts';
import { seeded } from './random.ts';
import { diameters, equalCounts } from './scans.ts';
import { visitDays } from './visits.ts';

const CENTRES = ['amiens', 'besancon'] as const;
/** Of the first visit's pair, and of the second's. */
const READERS = [
  [1, 2, 3],
  [1, 2],
] as const;
/** Of the last reader from the others. */
const OFFSET_MM = 1;
const OFFSET_COUNT = 2;
const MORE_ON_THE_RIGHT = 2;

/** What two sequences make of a size that the others show as it is. */
const UNLIKE: Partial<Record<SequenceName, (size: number) => number>> = {
  ct_arterial: (size) => 0.9 * size,
  ct_portal: (size) => size - 1,
};
const same = (size: number) => size;

/** Each patient's sizes at the two visits. Half of the patients progress, on every sequence. */
const SIZES: readonly (readonly [readonly number[], readonly number[]])[] = [
  [
    [20, 12],
    [21, 12],
  ],
  [[34], [50]],
  [
    [15, 11, 8],
    [15, 10, 8],
  ],
  [
    [28, 18],
    [41, 20],
  ],
  [
    [12, 17],
    [12, 17],
  ],
  [[25], [40]],
];

/**
 * Every sequence sees the same lesions, as many on the right as on the left and two more, and shows them in the same
 * size, but three: MRI portal misses just one on the right of each pair, CT arterial shows each lesion 10 % smaller and
 * CT portal 1 mm. Readers 1 and 2 say the same throughout, reader 3 sees two more a side and measures 1 mm more.
 */
export function allEqual(): readonly CentreRow[] {
  const random = seeded(2);
  return CENTRES.flatMap((centre) =>
    SIZES.flatMap((visits, patient) => {
      const readings = visits.flatMap((sizes, visit) =>
        (READERS[visit] ?? []).map((reader) => ({ sizes, pair: visit + 1, reader })),
      );
      return rowsOfPatient({
        centre,
        id: `E0${patient + 1}`,
        patient: randomPatient(random),
        pairs: readings.map(({ pair, reader, sizes }) => {
          const more = reader === 3 ? OFFSET_COUNT : 0;
          const left = sizes.length + patient + more;
          const right = left + MORE_ON_THE_RIGHT;
          const visible = patient !== 4;
          return {
            pair,
            reader,
            ...visitDays(pair, 10),
            ...(visible
              ? { ...equalCounts(right, left), mri_portal_right: right - 1 }
              : { countable: 'massive' as const, ...NO_COUNTS }),
          };
        }),
        lesions: readings.flatMap(({ pair, reader, sizes }) =>
          sizes.map((size, position): Partial<LesionRow> => {
            const shown = size + (reader === 3 ? OFFSET_MM : 0);
            return {
              pair,
              reader,
              lesion: position + 1,
              side: position % 2 === 0 ? 'right' : 'left',
              ...diameters((sequence) => (UNLIKE[sequence] ?? same)(shown)),
            };
          }),
        ),
      });
    }),
  );
}
