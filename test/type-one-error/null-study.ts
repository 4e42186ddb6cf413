import { lehmerGenerator } from '#shared/statistics/lehmer-generator.ts';
import { type ListedLesionsOfStudy, nullLesions } from './null-lesions.ts';
import { type RatedOnBoth, ratedLesions } from './rated-lesions.ts';

/**
 * A study in which no sequence shows more than another, and no diameter is larger: what a test is wrong to find. Rows of
 * a patient are alike, as in a hospital's study: his load of metastases, and how far each sequence happens to show them,
 * are his own and the same on all his pairs.
 */
export interface NullStudy {
  readonly patients: number;
  /** Of each pair, and its metastases on six sequences that are exchangeable: whatever differs is chance. */
  readonly patientOfPair: Uint32Array;
  readonly counts: readonly Float64Array[];
  /** Of each lesion, and its diameter in tenths of a millimetre on two sequences. */
  readonly patientOfLesion: Uint32Array;
  readonly diameters: readonly [Float64Array, Float64Array];
  /** What two methods that know nothing of each other say of a follow-up: a category from 0 to 3. */
  readonly ratings: readonly { readonly first: number; readonly second: number; readonly patient: number }[];
  /** Lesions listed one by one, on the same number of sequences. */
  readonly listed: ListedLesionsOfStudy;
  /** Confidence on two modalities that are alike: of one reader, and of two. */
  readonly rated: { readonly one: readonly RatedOnBoth[]; readonly two: readonly RatedOnBoth[] };
}

export const SEQUENCES_OF_NULL_STUDY = 6;
export const CATEGORIES = 4;

/** Mean and shape (the smaller, the more uneven) of the patients' load, and of each sequence's own share of it. */
const LOAD = { mean: 8, shape: 1 };
const SHARE_SHAPE = 4;
/** Each sequence shows 61 % of the listed lesions. */
const LISTED_LIMIT = -0.5;
/** Each modality’s area under the alternative FROC curve is 0.81. */
const STRENGTHS = [1.5, 1.5] as const;
const MOST_PAIRS = 3;
const MOST_LESIONS = 5;

/** Makes studies of so many patients, one after another; the same for the same seed. */
export function nullStudies(seed: number, patients: number): () => NullStudy {
  const uniform = lehmerGenerator(seed);
  // By numbers of their own, so that they leave the other rows as they are.
  const nextLesions = nullLesions(
    seed + 1,
    patients,
    Array.from({ length: SEQUENCES_OF_NULL_STUDY }, () => LISTED_LIMIT),
  );
  const ratedBy = (readers: number) =>
    ratedLesions(seed + 1 + readers, { patients, readers, strengths: STRENGTHS });
  const nextRated = { one: ratedBy(1), two: ratedBy(2) };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const whole = (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1));
  // Of a whole shape: a sum of exponential values, with mean 1.
  const gamma = (shape: number) =>
    -Array.from({ length: shape }, () => Math.log(uniform())).reduce((sum, each) => sum + each, 0) / shape;
  const poisson = (mean: number) => {
    let [count, left] = [-1, mean];
    for (; left >= 0; count += 1) left += Math.log(uniform());
    return count;
  };
  return () => {
    const columns = Array.from({ length: SEQUENCES_OF_NULL_STUDY }, (): number[] => []);
    const [patientOfPair, patientOfLesion]: [number[], number[]] = [[], []];
    const diameters: [number[], number[]] = [[], []];
    const ratings: { first: number; second: number; patient: number }[] = [];
    for (let patient = 0; patient < patients; patient += 1) {
      const load = LOAD.mean * gamma(LOAD.shape);
      const shares = columns.map(() => gamma(SHARE_SHAPE));
      const pairs = whole(1, MOST_PAIRS);
      const own = { first: whole(0, CATEGORIES - 1), second: whole(0, CATEGORIES - 1) };
      const offsets = [10 * normal(), 10 * normal()];
      for (let pair = 0; pair < pairs; pair += 1) {
        patientOfPair.push(patient);
        for (const [sequence, column] of columns.entries())
          column.push(poisson(load * (shares[sequence] ?? 1)));
        // A method mostly says again of a patient what it has said before.
        const said = (usual: number) => (uniform() < 0.7 ? usual : whole(0, CATEGORIES - 1));
        ratings.push({ first: said(own.first), second: said(own.second), patient });
      }
      const lesions = whole(1, MOST_LESIONS);
      for (let lesion = 0; lesion < lesions; lesion += 1) {
        patientOfLesion.push(patient);
        const size = 100 + 200 * gamma(2);
        for (const [sequence, column] of diameters.entries()) {
          column.push(Math.round(size + (offsets[sequence] ?? 0) + 10 * normal()));
        }
      }
    }
    return {
      patients,
      patientOfPair: Uint32Array.from(patientOfPair),
      counts: columns.map((column) => Float64Array.from(column)),
      patientOfLesion: Uint32Array.from(patientOfLesion),
      diameters: [Float64Array.from(diameters[0]), Float64Array.from(diameters[1])],
      ratings,
      listed: nextLesions(),
      rated: { one: nextRated.one(), two: nextRated.two() },
    };
  };
}
