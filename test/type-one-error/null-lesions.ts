import { lehmerGenerator } from '#shared/statistics/lehmer-generator.ts';

/** Lesions listed one by one: of each patient how many he has, and, lesion after lesion, which sequences show it. */
export interface ListedLesionsOfStudy {
  readonly present: Float64Array;
  readonly patientOfLesion: Uint32Array;
  /** Of each sequence, 1 where it shows the lesion. */
  readonly seen: readonly Float64Array[];
}

/** How many lesions a patient has on average, beside the first; as uneven as in a hospital, up to some twenty. */
const LOAD = 4;

/**
 * Makes studies of so many patients, one after another; the same for the same seed. A sequence shows a lesion where what the
 * lesion is like, how far the sequence shows this patient's lesions, and chance add up to more than a limit; each is
 * normal with variance 1. So lesions of a patient are alike on a sequence (intraclass correlation 1/3), and a lesion that one
 * sequence shows is more often shown by the others.
 *
 * @param limits - of each sequence; the share that it shows in the long run is Φ(−limit/√3)
 */
export function nullLesions(
  seed: number,
  patients: number,
  limits: readonly number[],
): () => ListedLesionsOfStudy {
  const uniform = lehmerGenerator(seed);
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return () => {
    const present = Float64Array.from(
      { length: patients },
      () => 1 + Math.floor(-LOAD * Math.log(uniform())),
    );
    const patientOfLesion: number[] = [];
    const seen = limits.map((): number[] => []);
    for (const [patient, lesions] of present.entries()) {
      const own = limits.map(normal);
      for (let lesion = 0; lesion < lesions; lesion += 1) {
        patientOfLesion.push(patient);
        const plain = normal();
        for (const [sequence, limit] of limits.entries())
          seen[sequence]?.push(plain + (own[sequence] ?? 0) + normal() > limit ? 1 : 0);
      }
    }
    return {
      present,
      patientOfLesion: Uint32Array.from(patientOfLesion),
      seen: seen.map((column) => Float64Array.from(column)),
    };
  };
}

/** Of each patient: the lesions that one sequence shows and the other does not. */
export function shownByOneAlone(
  { present, patientOfLesion, seen }: ListedLesionsOfStudy,
  one: number,
  other: number,
): Float64Array {
  const counts = new Float64Array(present.length);
  for (const [lesion, patient] of patientOfLesion.entries()) {
    if (seen[one]?.[lesion] === 1 && seen[other]?.[lesion] !== 1)
      counts[patient] = (counts[patient] ?? 0) + 1;
  }
  return counts;
}

/** Of each patient: the lesions that a sequence shows. */
export function shownBy(
  { present, patientOfLesion, seen }: ListedLesionsOfStudy,
  sequence: number,
): Float64Array {
  const counts = new Float64Array(present.length);
  for (const [lesion, patient] of patientOfLesion.entries())
    counts[patient] = (counts[patient] ?? 0) + (seen[sequence]?.[lesion] ?? 0);
  return counts;
}
