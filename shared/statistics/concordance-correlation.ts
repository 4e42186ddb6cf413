import { sum } from './descriptives.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Interval, Outcome } from './outcome.ts';
import { completePairs, type Sample } from './sample.ts';

export interface ConcordanceCorrelation extends Outcome {
  readonly n: number;
  readonly concordance: number | null;
  readonly standardError: number | null;
  /** By Fisher's z. */
  readonly interval: Interval | null;
  /** Precision: Pearson's r. */
  readonly pearson: number | null;
  /** Accuracy C_b: concordance = r × C_b. */
  readonly accuracy: number | null;
  /** sd(y)/sd(x) and (ȳ − x̄)/√(sd(x) sd(y)). */
  readonly scaleShift: number | null;
  readonly locationShift: number | null;
}

/**
 * Lin's concordance correlation 2s_xy/(s_x² + s_y² + (x̄ − ȳ)²) with 1/n moments: how close pairs lie to the line of
 * identity (Lin 1989 Biometrics 45:255). R: `epiR::epi.ccc(ci = "z-transform")`. Undefined when a column is constant.
 */
export function concordanceCorrelation(x: Sample, y: Sample, level = 0.95): ConcordanceCorrelation {
  const none = {
    n: 0,
    concordance: null,
    standardError: null,
    interval: null,
    pearson: null,
    accuracy: null,
    scaleShift: null,
    locationShift: null,
    warnings: [],
  };
  const pairs = completePairs(x, y);
  if (pairs === null) return { ...none, reason: 'lengths_differ' };
  const n = pairs.x.length;
  if (n < 3) return { ...none, n, reason: 'too_few_observations' };
  const meanX = sum(pairs.x) / n;
  const meanY = sum(pairs.y) / n;
  const awayX = pairs.x.map((value) => value - meanX);
  const awayY = pairs.y.map((value) => value - meanY);
  const varianceX = sum(awayX.map((value) => value ** 2)) / n;
  const varianceY = sum(awayY.map((value) => value ** 2)) / n;
  if (varianceX === 0 || varianceY === 0) return { ...none, n, reason: 'no_variation' };
  const covariance = sum(awayX.map((value, index) => value * (awayY[index] ?? Number.NaN))) / n;
  const geometric = Math.sqrt(varianceX * varianceY);
  const pearson = covariance / geometric;
  const concordance = (2 * covariance) / (varianceX + varianceY + (meanX - meanY) ** 2);
  const locationShift = (meanY - meanX) / Math.sqrt(geometric);
  const known = {
    ...none,
    n,
    concordance,
    pearson,
    accuracy: concordance / pearson,
    scaleShift: Math.sqrt(varianceY / varianceX),
    locationShift,
  };
  if (concordance === 1) return { ...known, reason: 'perfect_agreement' };
  if (pearson === 0) return { ...known, accuracy: null, reason: 'no_variation' };
  const square = concordance ** 2;
  const standardError = Math.sqrt(
    (((1 - pearson ** 2) * square * (1 - square)) / pearson ** 2 +
      (2 * concordance ** 3 * (1 - concordance) * locationShift ** 2) / pearson -
      (square ** 2 * locationShift ** 4) / (2 * pearson ** 2)) /
      (n - 2),
  );
  // Where the second is the first one's mirror image, ρ = −1 but for rounding, Fisher's z has no value.
  if (square > 1 - 8 * Number.EPSILON || Number.isNaN(standardError)) {
    return { ...known, reason: 'no_variation' };
  }
  const reach = (normalQuantile(1 - (1 - level) / 2) * standardError) / (1 - square);
  const interval = {
    lower: Math.tanh(Math.atanh(concordance) - reach),
    upper: Math.tanh(Math.atanh(concordance) + reach),
    level,
  };
  return { ...known, standardError, interval, reason: null };
}
