import { fewestPatients } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import { normalPValue } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Interval, Outcome } from './outcome.ts';
import { studentTQuantile } from './student-t-distribution.ts';

export interface ClusteredRateRatio extends Outcome {
  readonly patients: number;
  readonly ratio: number | null;
  readonly standardErrorOfLog: number | null;
  /** t interval on m − 1 degrees of freedom with the factor m/(m − 1): the one to show; and the error it is made of. */
  readonly interval: Interval | null;
  readonly intervalErrorOfLog: number | null;
  /** Large-sample interval and p, as the Poisson GEE gives them. */
  readonly largeSampleInterval: Interval | null;
  readonly p: number | null;
  readonly log10P: number | null;
}

/**
 * Ratio of the total counts of two sequences, A/B, with var ln(A/B) = Σᵢ (aᵢ/A − bᵢ/B)² over patients: the Poisson GEE
 * with independence working correlation and its sandwich variance (Liang & Zeger 1986 Biometrika 73:13).
 * R: `geepack::geeglm(count ~ sequence, id = patient, family = poisson)`.
 *
 * @param first count of each patient on the first sequence, all pairs together.
 * @param fewest below this number of patients the large-sample figures are not given.
 */
export function clusteredRateRatio(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  fewest = fewestPatients,
  level = 0.95,
): ClusteredRateRatio {
  const patients = first.length;
  const none = {
    patients,
    ratio: null,
    standardErrorOfLog: null,
    interval: null,
    intervalErrorOfLog: null,
    largeSampleInterval: null,
    p: null,
    log10P: null,
    warnings: [],
  };
  const totalFirst = sum(first);
  const totalSecond = sum(second);
  if (totalFirst === 0 || totalSecond === 0) return { ...none, reason: 'no_observation' };
  const ratio = totalFirst / totalSecond;
  if (patients < 2) return { ...none, ratio, reason: 'too_few_patients' };
  const shares = Float64Array.from(
    first,
    (count, i) => (count / totalFirst - (second[i] ?? 0) / totalSecond) ** 2,
  );
  const standardErrorOfLog = Math.sqrt(sum(shares));
  if (standardErrorOfLog === 0) return { ...none, ratio, standardErrorOfLog, reason: 'no_variation' };
  const around = (reach: number): Interval => ({
    lower: ratio * Math.exp(-reach),
    upper: ratio * Math.exp(reach),
    level,
  });
  const upperTail = 1 - (1 - level) / 2;
  const intervalErrorOfLog = standardErrorOfLog * Math.sqrt(patients / (patients - 1));
  const known = {
    ...none,
    ratio,
    standardErrorOfLog,
    intervalErrorOfLog,
    interval: around(studentTQuantile(upperTail, patients - 1) * intervalErrorOfLog),
  };
  if (patients < fewest) return { ...known, reason: 'too_few_patients' };
  return {
    ...known,
    largeSampleInterval: around(normalQuantile(upperTail) * standardErrorOfLog),
    ...normalPValue(Math.log(ratio) / standardErrorOfLog),
    reason: null,
  };
}
