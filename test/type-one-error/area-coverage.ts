import { afrocFigureOfMerit } from '#shared/statistics/afroc-figure-of-merit.ts';
import { isMissing } from '#shared/statistics/figure.ts';
import { fixedReaders, type ModalitiesRead, randomReaders } from '#shared/statistics/obuchowski-rockette.ts';
import { type Coverage, held } from './coverage.ts';
import { areasOf, ratedLesions } from './rated-lesions.ts';

/** An interval of the table `froc`. */
interface CoveredArea {
  readonly interval: string;
  readonly of: keyof ModalitiesRead;
  readonly readers: number;
  readonly strengths: readonly [number, number];
  readonly truth: number;
}

const ALIKE = [1.5, 1.5] as const;
const APART = [3, 1] as const;

/** Of many patients. */
const longRun = (strengths: readonly [number, number]): readonly number[] =>
  (ratedLesions(1, { patients: 60_000, readers: 1, strengths })()[0] ?? []).map((patients) => {
    const { estimate } = afrocFigureOfMerit(patients);
    return isMissing(estimate) ? Number.NaN : estimate;
  });

/** An area of one reader, on the first modality. */
const area = (strengths: CoveredArea['strengths']): CoveredArea => {
  const [truth = Number.NaN] = longRun(strengths);
  return { interval: `area, ${truth.toFixed(2)}`, of: 'first', readers: 1, strengths, truth };
};

/** The difference of modalities that are alike is 0, whoever reads them. */
const noDifference = (readers: number): CoveredArea => ({
  interval: readers === 1 ? 'difference of areas, 0' : `difference of areas, 0, ${readers} readers`,
  ...{ of: 'difference', readers, strengths: ALIKE, truth: 0 },
});

const difference = (strengths: CoveredArea['strengths']): CoveredArea => {
  const [first = Number.NaN, second = Number.NaN] = longRun(strengths);
  const truth = first - second;
  return {
    interval: `difference of areas, ${truth.toFixed(2)}`,
    ...{ of: 'difference', readers: 1, strengths, truth },
  };
};

export const AREAS_COVERED: readonly CoveredArea[] = [
  area(ALIKE),
  area(APART),
  noDifference(1),
  difference(APART),
  noDifference(2),
  noDifference(3),
  noDifference(5),
];

export function areaCoverage(
  covered: CoveredArea,
  patients: number,
  studies: number,
  seed: number,
): Coverage {
  const next = ratedLesions(seed, { ...covered, patients });
  const law = covered.readers === 1 ? fixedReaders : randomReaders;
  const interval = () => {
    const read = areasOf(next(), law);
    return isMissing(read) ? read : read[covered.of].interval;
  };
  return { interval: covered.interval, ...held(interval, covered.truth, studies) };
}
