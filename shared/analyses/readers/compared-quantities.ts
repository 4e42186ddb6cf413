import { measuredTenths } from '#shared/analyses/measures/measured-lesions.ts';
import { COUNTED, type CountedName, SEQUENCES, type SequenceName } from '#shared/protocol/sequences.ts';
import { REGIONS, type Region, SIDES } from '#shared/protocol/sides.ts';
import type { Reading } from '#shared/study/study.ts';
import { countColumn } from '#shared/tables/pairs.ts';
import type { Said } from './numbered-patients.ts';
import type { ReadTwice } from './reader-pairs.ts';

/** What readers are compared on. Counts are in metastases, diameters in tenths of a millimetre. */
export interface ComparedQuantity {
  readonly quantity: 'count' | 'diameter' | 'countable' | 'measurable';
  readonly sequence: CountedName | null;
  readonly side: Region | null;
}

/** A reader's count, or null where he could not count. */
function countIn({ pair }: Reading, counted: CountedName, side: Region): number | null {
  const counts = SIDES.filter((one) => side === 'whole' || side === one).map(
    (one) => pair[countColumn(counted, one)],
  );
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

const countsSaid = (readings: readonly ReadTwice[], counted: CountedName, side: Region) =>
  readings.map(({ patient, first, second }) => ({
    patient,
    first: countIn(first, counted, side),
    second: countIn(second, counted, side),
  }));

/** Of the lesions that both measured: the same number is the same lesion for every reader of a pair. */
const diametersSaid = (readings: readonly ReadTwice[], sequence: SequenceName) =>
  readings.flatMap(({ patient, first, second }) =>
    first.lesions.flatMap((lesion) => {
      const other = second.lesions.find((candidate) => candidate.lesion === lesion.lesion);
      return other === undefined
        ? []
        : [{ patient, first: measuredTenths(lesion, sequence), second: measuredTenths(other, sequence) }];
    }),
  );

const categoriesSaid = (readings: readonly ReadTwice[], column: 'countable' | 'measurable') =>
  readings.flatMap(({ patient, first, second }) => {
    const [one, other] = [first.pair[column], second.pair[column]];
    return one === null || other === null ? [] : [{ patient, first: one, second: other }];
  });

/** What a row compares, and what two readers say of it. */
export interface Compared {
  readonly about: ComparedQuantity;
  readonly numbers?: (readings: readonly ReadTwice[]) => readonly Said<number | null>[];
  readonly categories?: (readings: readonly ReadTwice[]) => readonly Said<string>[];
}

/** Counts by sequence and side, diameters by sequence, and the two categories of a pair. */
export const COMPARED: readonly Compared[] = [
  ...COUNTED.flatMap(({ name }) =>
    REGIONS.map(
      (side): Compared => ({
        about: { quantity: 'count', sequence: name, side },
        numbers: (readings) => countsSaid(readings, name, side),
      }),
    ),
  ),
  ...SEQUENCES.map(
    ({ name }): Compared => ({
      about: { quantity: 'diameter', sequence: name, side: null },
      numbers: (readings) => diametersSaid(readings, name),
    }),
  ),
  ...(['countable', 'measurable'] as const).map(
    (quantity): Compared => ({
      about: { quantity, sequence: null, side: null },
      categories: (readings) => categoriesSaid(readings, quantity),
    }),
  ),
];
