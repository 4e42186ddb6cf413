import { allMissing, type Figure } from './figure.ts';

/**
 * How a patient’s marks are rated: whole numbers from 1, the surer that it is a lesion the higher, and 0 where there is
 * no mark: an unmarked lesion is surpassed by every mark.
 */
export interface RatedPatient {
  /** Of each case the highest rating of a false positive, 0 of a case without any. */
  readonly falsePositives: ArrayLike<number>;
  /** Of each lesion, those of all cases together. */
  readonly lesions: ArrayLike<number>;
}

export interface AfrocFigureOfMerit {
  readonly estimate: Figure;
  /** Without each of the patients: what a jackknife needs. */
  readonly leftOut: Figure<Float64Array>;
}

/**
 * Area under the alternative FROC curve: the share of all twos of a case and a lesion in which the lesion is rated higher
 * than the case’s highest false positive, ties by half (Chakraborty & Berbaum 2004 Med Phys 31:2313). With the false
 * positives of all cases, those with lesions too, it is `UtilFigureOfMerit(…, FOM = "AFROC1")` of R’s RJafroc, and with
 * those of the cases without a lesion alone its `"AFROC"`; every lesion weighs the same. Ratings are counted, so that
 * the time grows with the marks, not with their twos.
 *
 * @param patients of whom one that has several cases is left out with all of them.
 */
export function afrocFigureOfMerit(patients: readonly RatedPatient[]): AfrocFigureOfMerit {
  const levels = 1 + patients.reduce((most, rated) => Math.max(most, highest(rated)), 0);
  const own = patients.map(({ falsePositives, lesions }) => ({
    falsePositives: tally(falsePositives, levels),
    lesions: tally(lesions, levels),
  }));
  const falsePositives = added(own.map((patient) => patient.falsePositives));
  const lesions = added(own.map((patient) => patient.lesions));
  const estimate = merit(falsePositives, lesions);
  if (Number.isNaN(estimate)) return allMissing('no_observation', ['estimate', 'leftOut']);
  const leftOut = Float64Array.from(own, (patient) =>
    merit(
      falsePositives.map((count, level) => count - (patient.falsePositives[level] ?? 0)),
      lesions.map((count, level) => count - (patient.lesions[level] ?? 0)),
    ),
  );
  // One patient has all lesions, or all cases.
  if (leftOut.some(Number.isNaN)) return { ...allMissing('too_few_patients', ['leftOut']), estimate };
  return { estimate, leftOut };
}

const highest = ({ falsePositives, lesions }: RatedPatient): number => {
  let most = 0;
  for (let index = 0; index < falsePositives.length; index += 1)
    most = Math.max(most, falsePositives[index] ?? 0);
  for (let index = 0; index < lesions.length; index += 1) most = Math.max(most, lesions[index] ?? 0);
  return most;
};

/** How many have each rating. */
function tally(ratings: ArrayLike<number>, levels: number): Float64Array {
  const counts = new Float64Array(levels);
  for (let index = 0; index < ratings.length; index += 1) {
    const rating = ratings[index] ?? 0;
    counts[rating] = (counts[rating] ?? 0) + 1;
  }
  return counts;
}

function added(tallies: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(tallies[0]?.length ?? 0);
  for (const counts of tallies)
    for (const [level, count] of counts.entries()) total[level] = (total[level] ?? 0) + count;
  return total;
}

/** NaN without a case or a lesion. Counted in halves, so that only the division rounds. */
function merit(falsePositives: Float64Array, lesions: Float64Array): number {
  let [cases, all, halves] = [0, 0, 0];
  for (const [level, count] of lesions.entries()) {
    const atLevel = falsePositives[level] ?? 0;
    halves += count * (2 * cases + atLevel);
    cases += atLevel;
    all += count;
  }
  return halves / (2 * cases * all);
}
