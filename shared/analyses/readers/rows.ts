import { type AgreementFigures, agreementOf } from '#shared/analyses/measures/agreement-figures.ts';
import { measuredTenths } from '#shared/analyses/measures/measured-lesions.ts';
import { COUNTED, type CountedName, SEQUENCES, type SequenceName } from '#shared/protocol/sequences.ts';
import { REGIONS, type Region, SIDES } from '#shared/protocol/sides.ts';
import { type ClusteredKappa, clusteredKappa } from '#shared/statistics/clustered-kappa.ts';
import { patientCodes } from '#shared/study/patient-codes.ts';
import type { Reading } from '#shared/study/study.ts';
import { countColumn } from '#shared/tables/pairs.ts';
import type { ReaderPair, ReadTwice } from './reader-pairs.ts';

/** What two readers are compared on. Counts are in metastases, diameters in tenths of a millimetre. */
export interface ReaderRow {
  readonly first: number;
  readonly second: number;
  readonly quantity: 'count' | 'diameter' | 'countable' | 'measurable';
  readonly sequence: CountedName | null;
  readonly side: Region | null;
  readonly n: number;
  readonly patients: number;
  /** Null for a category. */
  readonly figures: AgreementFigures | null;
  /** Null for a number. */
  readonly kappa: ClusteredKappa | null;
}

/** Counts by sequence and side, diameters by sequence, and the two categories of a pair. */
export function readerRows({ first, second, readings }: ReaderPair): readonly ReaderRow[] {
  const readers = { first, second };
  const byNumber = (
    named: Pick<ReaderRow, 'quantity' | 'sequence' | 'side'>,
    figures: AgreementFigures,
  ): ReaderRow => ({ ...readers, ...named, n: figures.n, patients: figures.patients, figures, kappa: null });
  const byCategory = (quantity: 'countable' | 'measurable'): ReaderRow => {
    const kappa = categoryKappa(readings, quantity);
    const { n, patients } = kappa;
    return { ...readers, quantity, sequence: null, side: null, n, patients, figures: null, kappa };
  };
  return [
    ...COUNTED.flatMap(({ name }) =>
      REGIONS.map((side) =>
        byNumber({ quantity: 'count', sequence: name, side }, countAgreement(readings, name, side)),
      ),
    ),
    ...SEQUENCES.map(({ name }) =>
      byNumber({ quantity: 'diameter', sequence: name, side: null }, diameterAgreement(readings, name)),
    ),
    byCategory('countable'),
    byCategory('measurable'),
  ];
}

/** A reader's count, or null where he could not count. */
function countIn({ pair }: Reading, counted: CountedName, side: Region): number | null {
  const counts = SIDES.filter((one) => side === 'whole' || side === one).map(
    (one) => pair[countColumn(counted, one)],
  );
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

const countAgreement = (readings: readonly ReadTwice[], counted: CountedName, side: Region) =>
  agreementOf(
    readings.map(({ first }) => countIn(first, counted, side)),
    readings.map(({ second }) => countIn(second, counted, side)),
    patientCodes(readings),
  );

/** Of the lesions that both measured: the same number is the same lesion for every reader of a pair. */
function diameterAgreement(readings: readonly ReadTwice[], sequence: SequenceName): AgreementFigures {
  const both = readings.flatMap(({ patient, first, second }) =>
    first.lesions.flatMap((lesion) => {
      const other = second.lesions.find((candidate) => candidate.lesion === lesion.lesion);
      return other === undefined
        ? []
        : [{ patient, first: measuredTenths(lesion, sequence), second: measuredTenths(other, sequence) }];
    }),
  );
  return agreementOf(
    both.map(({ first }) => first),
    both.map(({ second }) => second),
    patientCodes(both),
  );
}

function categoryKappa(readings: readonly ReadTwice[], column: 'countable' | 'measurable'): ClusteredKappa {
  const codes = patientCodes(readings);
  const said = readings.flatMap(({ first, second }, position) => {
    const [one, other] = [first.pair[column], second.pair[column]];
    return one === null || other === null ? [] : [{ one, other, patient: codes[position] ?? 0 }];
  });
  const categories = [...new Set(said.flatMap(({ one, other }) => [one, other]))].toSorted();
  const ratings = said.map(({ one, other, patient }) => ({
    first: categories.indexOf(one),
    second: categories.indexOf(other),
    patient,
  }));
  return clusteredKappa(ratings, categories.length);
}
