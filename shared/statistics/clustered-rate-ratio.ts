import { fewestPatients } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import { exp } from './elementary-functions.ts';
import { allMissing, type Figure } from './figure.ts';
import type { Interval, PValue, Reason } from './outcome.ts';
import { studentTPValue, studentTQuantile } from './student-t-distribution.ts';

export interface ClusteredRateRatio {
  readonly patients: number;
  readonly ratio: Figure;
  /** With the factor m/(m − 1) in its square. */
  readonly standardErrorOfLog: Figure;
  /** Interval and p by one law, so that p is below 0.05 exactly where the interval leaves 1 out. */
  readonly interval: Figure<Interval>;
  readonly pValue: Figure<PValue>;
}

const FIGURES = ['ratio', 'standardErrorOfLog', 'interval', 'pValue'] as const;

/**
 * Ratio of the total counts of two sequences, A/B, with var ln(A/B) = m/(m − 1) Σᵢ (aᵢ/A − bᵢ/B)² over patients, and t
 * on m − 1 degrees of freedom. The sum is the sandwich variance of a Poisson GEE with independence working correlation
 * (Liang & Zeger 1986 Biometrika 73:13), R: `geepack::geeglm(count ~ sequence, id = patient, family = poisson)`, whose
 * own normal p is far too small with few patients: hence the factor and t (Cameron & Miller 2015 J Hum Resour 50:317).
 *
 * @param first count of each patient on the first sequence, all pairs together.
 * @param fewest below this number of patients the error says too little for an interval and a p.
 */
export function clusteredRateRatio(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  fewest = fewestPatients,
  level = 0.95,
): ClusteredRateRatio {
  const patients = first.length;
  const none = (reason: Reason) => ({ patients, ...allMissing(reason, FIGURES) });
  const totalFirst = sum(first);
  const totalSecond = sum(second);
  if (totalFirst === 0 || totalSecond === 0) return none('no_observation');
  const ratio = totalFirst / totalSecond;
  if (patients < 2) return { ...none('too_few_patients'), ratio };
  const shares = new Float64Array(first).map(
    (count, i) => (count / totalFirst - (second[i] ?? 0) / totalSecond) ** 2,
  );
  const standardErrorOfLog = Math.sqrt(sum(shares)) * Math.sqrt(patients / (patients - 1));
  if (standardErrorOfLog === 0) return { ...none('no_variation'), ratio };
  if (patients < fewest) return { ...none('too_few_patients'), ratio, standardErrorOfLog };
  const reach = studentTQuantile(1 - (1 - level) / 2, patients - 1) * standardErrorOfLog;
  return {
    patients,
    ratio,
    standardErrorOfLog,
    interval: { lower: ratio * exp(-reach), upper: ratio * exp(reach), level },
    pValue: studentTPValue(Math.log(ratio) / standardErrorOfLog, patients - 1),
  };
}
