import { fewestPatients } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import { exp } from './elementary-functions.ts';
import { allMissing, type Figure } from './figure.ts';
import { normalPValue } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Interval, PValue, Reason } from './outcome.ts';
import { studentTQuantile } from './student-t-distribution.ts';

export interface ClusteredRateRatio {
  readonly patients: number;
  readonly ratio: Figure;
  readonly standardErrorOfLog: Figure;
  /** t interval on m − 1 degrees of freedom with the factor m/(m − 1): the one to show; and the error it is made of. */
  readonly interval: Figure<Interval>;
  readonly intervalErrorOfLog: Figure;
  /** Large-sample interval and p, as the Poisson GEE gives them. */
  readonly largeSampleInterval: Figure<Interval>;
  readonly pValue: Figure<PValue>;
}

const LARGE_SAMPLE = ['largeSampleInterval', 'pValue'] as const;
const FIGURES = ['ratio', 'standardErrorOfLog', 'interval', 'intervalErrorOfLog', ...LARGE_SAMPLE] as const;

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
  const none = (reason: Reason) => ({ patients, ...allMissing(reason, FIGURES) });
  const totalFirst = sum(first);
  const totalSecond = sum(second);
  if (totalFirst === 0 || totalSecond === 0) return none('no_observation');
  const ratio = totalFirst / totalSecond;
  if (patients < 2) return { ...none('too_few_patients'), ratio };
  const shares = Float64Array.from(
    first,
    (count, i) => (count / totalFirst - (second[i] ?? 0) / totalSecond) ** 2,
  );
  const standardErrorOfLog = Math.sqrt(sum(shares));
  if (standardErrorOfLog === 0) return { ...none('no_variation'), ratio, standardErrorOfLog };
  const around = (reach: number): Interval => ({
    lower: ratio * exp(-reach),
    upper: ratio * exp(reach),
    level,
  });
  const upperTail = 1 - (1 - level) / 2;
  const intervalErrorOfLog = standardErrorOfLog * Math.sqrt(patients / (patients - 1));
  const known = {
    patients,
    ratio,
    standardErrorOfLog,
    intervalErrorOfLog,
    interval: around(studentTQuantile(upperTail, patients - 1) * intervalErrorOfLog),
  };
  if (patients < fewest) return { ...known, ...allMissing('too_few_patients', LARGE_SAMPLE) };
  return {
    ...known,
    largeSampleInterval: around(normalQuantile(upperTail) * standardErrorOfLog),
    pValue: normalPValue(Math.log(ratio) / standardErrorOfLog),
  };
}
