import type { SequenceName } from '#shared/protocol/sequences.ts';
import { type MeasureSettings, siftMeasured, siftMeasuredOnAny } from '#shared/study/analyses.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { diameterColumn, type LesionRow } from '#shared/tables/lesions.ts';
import type { PairRow } from '#shared/tables/pairs.ts';

/** One lesion of the measure analysis; `patient` and `pair` tell lesions of the same patient and pair. */
export interface MeasuredLesion {
  readonly patient: IncludedPatient;
  readonly pair: PairRow;
  readonly lesion: LesionRow;
}

/**
 * The lesions of the measure analysis, in order of patient, pair and number. Validation lets in no more of a
 * pair and reader than the study measures, so that none is left to choose here.
 */
export const measuredLesions = lesionsOf(siftMeasured);

/** With the patients of whom no lesion is measured on every sequence. */
export const lesionsMeasuredOnAny = lesionsOf(siftMeasuredOnAny);

function lesionsOf(sieveBy: typeof siftMeasured) {
  return (included: readonly IncludedPatient[], settings: MeasureSettings): readonly MeasuredLesion[] => {
    const sieve = sieveBy(settings);
    return included.flatMap((patient) =>
      sieve(patient).kept.flatMap(({ pair, lesions }) =>
        lesions.map((lesion) => ({ patient, pair, lesion })),
      ),
    );
  };
}

/**
 * A lesion's diameter on a sequence in whole tenths of a millimetre, so that equal differences are equal: as
 * doubles, 30.1 − 29.9 and 27.4 − 27.2 are not. Null where it is not measured, 0 where there is nothing left of it.
 */
export function tenths(lesion: LesionRow, sequence: SequenceName): number | null {
  const millimetres = lesion[diameterColumn(sequence)];
  return millimetres === null ? null : Math.round(10 * millimetres);
}

/** The same for the analyses of size, to which a lesion of 0 mm is one that the sequence does not show. */
export const measuredTenths = (lesion: LesionRow, sequence: SequenceName): number | null =>
  tenths(lesion, sequence) || null;
