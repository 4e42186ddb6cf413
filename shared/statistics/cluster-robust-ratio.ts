import { sum } from './descriptives.ts';

/** Σxᵢ/Σnᵢ with its error between patients. */
export interface ClusterRobustRatio {
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
}

/**
 * A ratio of sums over patients, such as a share of lesions, with the CR2 variance Σ eᵢ²/(1 − nᵢ/N)/N², eᵢ = xᵢ − p nᵢ, and
 * Satterthwaite's degrees of freedom: what `clusterRobustMean` gives for the mean over lesions, from the patients' sums (Bell &
 * McCaffrey 2002 Surv Methodol 28:169; Pustejovsky & Tipton 2018 J Bus Econ Stat 36:672).
 * R: `clubSandwich::coef_test(lm(seen ~ 1), vcov = "CR2", cluster = patient)`, one row a lesion.
 *
 * @param sums of two patients at least
 * @param sizes of the same patients, one lesion at least
 */
export function clusterRobustRatio(sums: ArrayLike<number>, sizes: ArrayLike<number>): ClusterRobustRatio {
  const total = sum(sizes);
  const estimate = sum(sums) / total;
  const of = (term: (size: number, patient: number) => number) => {
    const terms = new Float64Array(sizes.length);
    for (let patient = 0; patient < terms.length; patient += 1)
      terms[patient] = term(sizes[patient] ?? 0, patient);
    return sum(terms);
  };
  const squares = of((size, patient) => ((sums[patient] ?? 0) - estimate * size) ** 2 / (1 - size / total));
  const weight = (size: number) => size ** 2 / (1 - size / total);
  const offDiagonal = (of(weight) ** 2 - of((size) => weight(size) ** 2)) / total ** 2;
  return {
    estimate,
    standardError: Math.sqrt(squares) / total,
    degreesOfFreedom: total ** 2 / (of((size) => size ** 2) + offDiagonal),
  };
}
