import { afrocFigureOfMerit, type RatedPatient } from '#shared/statistics/afroc-figure-of-merit.ts';
import { errorCovariances, type JackknifedFigure } from '#shared/statistics/error-covariances.ts';
import { type Figure, isMissing, missing } from '#shared/statistics/figure.ts';
import { lehmerGenerator } from '#shared/statistics/lehmer-generator.ts';
import type { fixedReaders, ModalitiesRead } from '#shared/statistics/obuchowski-rockette.ts';

/** How a reader marks the same cases on two modalities, patient by patient. */
export type RatedOnBoth = readonly [first: readonly RatedPatient[], second: readonly RatedPatient[]];

/** How many metastases a case has on average beside the first, and at most how many benign lesions. */
const LOAD = 3;
const MOST_BENIGN = 2;
const MOST_CASES = 2;
/** What has to be passed to be marked, and for each further rating up to 5. */
const THRESHOLDS = [0, 0.5, 1, 1.5, 2];
/** How much better or worse a reader is on a modality than readers are: standard deviation. */
const READERS_DIFFER = 0.3;

interface RatedLesions {
  readonly patients: number;
  readonly readers: number;
  /** How far metastases stand out on each modality. */
  readonly strengths: readonly [number, number];
}

/**
 * Makes studies, one after another; the same for the same seed. A rating grows with what the lesion is like on both
 * modalities, with how a modality shows lesions of this patient, and with the reader's chance, each normal with variance ½; a
 * metastasis has the strength of the modality on top, and, of several readers, each one's own skill on it.
 */
export function ratedLesions(
  seed: number,
  { patients, readers, strengths }: RatedLesions,
): () => readonly RatedOnBoth[] {
  const uniform = lehmerGenerator(seed);
  const normal = () => Math.sqrt(-Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const whole = (to: number) => Math.floor((to + 1) * uniform());
  const rating = (sure: number) => THRESHOLDS.filter((threshold) => sure > threshold).length;
  return () => {
    const read = Array.from({ length: readers }, () =>
      strengths.map((strength) => ({
        strength: strength + (readers > 1 ? READERS_DIFFER * Math.SQRT2 * normal() : 0),
        patients: [] as { falsePositives: number[]; lesions: number[] }[],
      })),
    ).flatMap(([first, second]) => (first && second ? [[first, second] as const] : []));
    for (let patient = 0; patient < patients; patient += 1) {
      const shown = strengths.map(normal);
      const marks = read.map((modalities) =>
        modalities.map(({ patients: own }) => {
          const ofPatient = { falsePositives: [] as number[], lesions: [] as number[] };
          own.push(ofPatient);
          return ofPatient;
        }),
      );
      for (let left = 1 + whole(MOST_CASES - 1); left > 0; left -= 1) {
        const metastases = Array.from({ length: 1 + Math.floor(-LOAD * Math.log(uniform())) }, normal);
        const benign = Array.from({ length: whole(MOST_BENIGN) }, normal);
        for (const [reader, modalities] of read.entries()) {
          for (const [modality, { strength }] of modalities.entries()) {
            const own = shown[modality] ?? 0;
            const ofPatient = marks[reader]?.[modality];
            for (const like of metastases) ofPatient?.lesions.push(rating(like + own + normal() + strength));
            const highest = Math.max(0, ...benign.map((like) => rating(like + own + normal())));
            ofPatient?.falsePositives.push(highest);
          }
        }
      }
    }
    return read.map(([first, second]): RatedOnBoth => [first.patients, second.patients]);
  };
}

/** What the table `froc` makes of them. */
export function areasOf(study: readonly RatedOnBoth[], law: typeof fixedReaders): Figure<ModalitiesRead> {
  const read = study.flatMap(([first, second]) => {
    const [one, other] = [jackknifed(first), jackknifed(second)];
    return one === null || other === null ? [] : [{ first: one, second: other }];
  });
  const patients = study[0]?.[0].length ?? 0;
  if (read.length < study.length) return missing('too_few_patients');
  const figures = {
    first: read.map(({ first }) => first.estimate),
    second: read.map(({ second }) => second.estimate),
    patients,
  };
  return law(figures, errorCovariances(read));
}

function jackknifed(patients: readonly RatedPatient[]): JackknifedFigure | null {
  const { estimate, leftOut } = afrocFigureOfMerit(patients);
  return isMissing(estimate) || isMissing(leftOut) ? null : { estimate, leftOut };
}
