import { SEQUENCES, type SequenceName } from '#shared/protocol/sequences.ts';
import { clusteredSample, clusterSizes, clusterSums } from '#shared/statistics/clustered-sample.ts';
import { patientCodes } from '#shared/study/patient-codes.ts';
import { type MeasuredLesion, measuredTenths } from './measured-lesions.ts';

/** What the mean of Table 7 may be taken over. */
export const MEASURE_UNITS = ['lesion', 'patient', 'pair'] as const;
export type MeasureUnit = (typeof MEASURE_UNITS)[number];

/** The measure analysis as columns, for the statistics: a value for each lesion. */
export interface MeasureColumns {
  readonly lesions: number;
  /** The patient of each lesion, as his position among the patients. */
  readonly patientOfLesion: Uint32Array;
  /** The pair of each lesion, as its position among the pairs. */
  readonly pairOfLesion: Uint32Array;
  /** Diameters in tenths of a millimetre, whole; NaN where a lesion is not measured on the sequence. */
  readonly diameters: (sequence: SequenceName) => Float64Array;
}

export function measureColumns(lesions: readonly MeasuredLesion[]): MeasureColumns {
  const pairs = new Map<MeasuredLesion['pair'], number>();
  return {
    lesions: lesions.length,
    patientOfLesion: patientCodes(lesions),
    pairOfLesion: Uint32Array.from(lesions, ({ pair }) => {
      const code = pairs.get(pair) ?? pairs.size;
      pairs.set(pair, code);
      return code;
    }),
    diameters: lookedUpIn(
      new Map(
        SEQUENCES.map(({ name }) => [
          name,
          Float64Array.from(lesions, ({ lesion }) => measuredTenths(lesion, name) ?? Number.NaN),
        ]),
      ),
    ),
  };
}

/** In a scope of its own: what made them has the lesions at hand, which nobody holds any more once the columns are made. */
const lookedUpIn =
  (columns: ReadonlyMap<SequenceName, Float64Array>): MeasureColumns['diameters'] =>
  (sequence) => {
    const column = columns.get(sequence);
    if (column === undefined) throw new Error(`nothing is measured on ${sequence}`);
    return column;
  };

/**
 * A value for each lesion, patient or pair: a patient's or pair's is the mean of its lesions that have one. The
 * thesis says "per patient" and not how; over all lesion rows of a patient, whatever the pair, is what gives its
 * Table 7. Those without any value are left out.
 */
export function valuesPer(
  unit: MeasureUnit,
  { patientOfLesion, pairOfLesion }: MeasureColumns,
  values: Float64Array,
): Float64Array {
  if (unit === 'lesion') return values.filter((value) => !Number.isNaN(value));
  const sample = clusteredSample(values, unit === 'patient' ? patientOfLesion : pairOfLesion);
  const sizes = clusterSizes(sample);
  return clusterSums(sample).map((sum, group) => sum / (sizes[group] ?? 1));
}
