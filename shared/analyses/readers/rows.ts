import { measuredTenths } from '#shared/analyses/measures/measured-lesions.ts';
import { COUNTED, type CountedName, SEQUENCES, type SequenceName } from '#shared/protocol/sequences.ts';
import { REGIONS, type Region, SIDES } from '#shared/protocol/sides.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { patientCodes } from '#shared/study/patient-codes.ts';
import type { Reading } from '#shared/study/study.ts';
import { countColumn } from '#shared/tables/pairs.ts';
import {
  type CategoryAgreement,
  categoryAgreement,
  type NumberAgreement,
  numberAgreement,
} from './agreement-within.ts';
import { type AboutReaders, aboutGroup } from './group-columns.ts';
import type { ReaderGroup } from './reader-groups.ts';
import type { ReadTwice } from './reader-pairs.ts';

/** What readers are compared on. Counts are in metastases, diameters in tenths of a millimetre. */
export interface ReaderRow extends AboutReaders {
  readonly quantity: 'count' | 'diameter' | 'countable' | 'measurable';
  readonly sequence: CountedName | null;
  readonly side: Region | null;
  readonly n: number;
  readonly patients: number;
  /** Null for a category. */
  readonly figures: NumberAgreement | null;
  /** Null for a number. */
  readonly kappa: CategoryAgreement | null;
}

/** What two readers say of one thing of one patient. */
interface Said<T> {
  readonly patient: IncludedPatient;
  readonly first: T;
  readonly second: T;
}

/** Counts by sequence and side, diameters by sequence, and the two categories of a pair. */
export function readerRows(group: ReaderGroup): readonly ReaderRow[] {
  const { pairs } = group;
  const about = aboutGroup(group);
  const ofEach = <T>(said: (readings: readonly ReadTwice[]) => readonly Said<T>[]) =>
    withCodes(pairs.map(({ readings }) => said(readings)));
  const byNumber = (
    named: Pick<ReaderRow, 'quantity' | 'sequence' | 'side'>,
    said: (readings: readonly ReadTwice[]) => readonly Said<number | null>[],
  ): ReaderRow => {
    const figures = numberAgreement(ofEach(said));
    return { ...about, ...named, n: figures.n, patients: figures.patients, figures, kappa: null };
  };
  const byCategory = (quantity: 'countable' | 'measurable'): ReaderRow => {
    const twos = ofEach((readings) => categoriesSaid(readings, quantity));
    const categories = [...new Set(twos.flat().flatMap(({ first, second }) => [first, second]))].toSorted();
    const ratings = twos.map((two) =>
      two.map(({ first, second, patient }) => ({
        first: categories.indexOf(first),
        second: categories.indexOf(second),
        patient,
      })),
    );
    const kappa = categoryAgreement(ratings, categories.length);
    const { n, patients } = kappa;
    return { ...about, quantity, sequence: null, side: null, n, patients, figures: null, kappa };
  };
  return [
    ...COUNTED.flatMap(({ name }) =>
      REGIONS.map((side) =>
        byNumber({ quantity: 'count', sequence: name, side }, (readings) => countsSaid(readings, name, side)),
      ),
    ),
    ...SEQUENCES.map(({ name }) =>
      byNumber({ quantity: 'diameter', sequence: name, side: null }, (readings) =>
        diametersSaid(readings, name),
      ),
    ),
    byCategory('countable'),
    byCategory('measurable'),
  ];
}

/** With a number for each patient, the same for all twos of readers. */
function withCodes<T>(twos: readonly (readonly Said<T>[])[]) {
  const codes = patientCodes(twos.flat());
  let position = 0;
  return twos.map((two) =>
    two.map(({ first, second }) => {
      const patient = codes[position] ?? 0;
      position += 1;
      return { first, second, patient };
    }),
  );
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
