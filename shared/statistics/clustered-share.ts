import { clusterRobustRatio } from './cluster-robust-ratio.ts';
import {
  type ClusteredDifference,
  type ClusteredProportion,
  clusteredDifference,
  clusteredProportion,
} from './clustered-proportion.ts';
import { fewestPatients } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import { isMissing } from './figure.ts';
import { normalQuantile } from './normal-quantile.ts';
import { wilsonInterval } from './proportion.ts';
import { studentTQuantile } from './student-t-distribution.ts';

/**
 * A share of lesions listed one by one, as `clusteredProportion`, with an interval that holds its level also of few patients
 * with unlike numbers of lesions (docs/VALIDATION.md): Wilson's on N/deff · (z/t)², where deff, 1 at least, is of the CR2
 * variance and t has its Satterthwaite degrees of freedom (Korn & Graubard 1998 Surv Methodol 24:193). Of all or none seen
 * it is the same one-sided one.
 */
export function clusteredShare(
  seen: ArrayLike<number>,
  present: ArrayLike<number>,
  fewest = fewestPatients,
  level = 0.95,
): ClusteredProportion {
  const plain = clusteredProportion(seen, present, fewest, level);
  if (isMissing(plain.interval) || plain.oneSided) return plain;
  const { estimate, standardError, degreesOfFreedom } = clusterRobustRatio(seen, present);
  const total = sum(present);
  const designEffect = standardError ** 2 / ((estimate * (1 - estimate)) / total);
  const upper = 1 - (1 - level) / 2;
  const narrower = normalQuantile(upper) / studentTQuantile(upper, degreesOfFreedom);
  const effectiveSize = (total / Math.max(1, designEffect)) * narrower ** 2;
  return {
    ...plain,
    standardError,
    designEffect,
    effectiveSize,
    interval: wilsonInterval(estimate, effectiveSize, level),
  };
}

/** A difference of two such shares of the same lesions, as `clusteredDifference`, with the CR2 variance and Satterthwaite's t; limits within ±1. */
export function clusteredShareDifference(
  seenFirst: ArrayLike<number>,
  seenSecond: ArrayLike<number>,
  present: ArrayLike<number>,
  fewest = fewestPatients,
  level = 0.95,
): ClusteredDifference {
  const plain = clusteredDifference(seenFirst, seenSecond, present, fewest, level);
  if (isMissing(plain.interval)) return plain;
  const gained = new Float64Array(seenFirst).map((count, patient) => count - (seenSecond[patient] ?? 0));
  const { estimate, standardError, degreesOfFreedom } = clusterRobustRatio(gained, present);
  const reach = studentTQuantile(1 - (1 - level) / 2, degreesOfFreedom) * standardError;
  return {
    ...plain,
    standardError,
    interval: { lower: Math.max(-1, estimate - reach), upper: Math.min(1, estimate + reach), level },
  };
}
