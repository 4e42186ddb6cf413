import { sum } from './descriptives.ts';
import { atanh, tanh } from './elementary-functions.ts';
import { allMissing, type Figure, isMissing, missing } from './figure.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Interval, Reason } from './outcome.ts';
import { completePairs, type Sample } from './sample.ts';

export interface ConcordanceCorrelation {
  readonly n: number;
  readonly concordance: Figure;
  readonly standardError: Figure;
  /** By Fisher's z. */
  readonly interval: Figure<Interval>;
  /** Precision: Pearson's r. */
  readonly pearson: Figure;
  /** Accuracy C_b: concordance = r × C_b. */
  readonly accuracy: Figure;
  /** sd(y)/sd(x) and (ȳ − x̄)/√(sd(x) sd(y)). */
  readonly scaleShift: Figure;
  readonly locationShift: Figure;
}

const ERROR = ['standardError', 'interval'] as const;
const FIGURES = ['concordance', 'pearson', 'accuracy', 'scaleShift', 'locationShift', ...ERROR] as const;

/**
 * Lin's concordance correlation 2s_xy/(s_x² + s_y² + (x̄ − ȳ)²) with 1/n moments: how close pairs lie to the line of
 * identity (Lin 1989 Biometrics 45:255). R: `epiR::epi.ccc(ci = "z-transform")`. Undefined when a column is constant.
 */
export function concordanceCorrelation(x: Sample, y: Sample, level = 0.95): ConcordanceCorrelation {
  const pairs = completePairs(x, y);
  if (isMissing(pairs)) return { n: 0, ...allMissing(pairs.missing, FIGURES) };
  const n = pairs.x.length;
  if (n < 3) return { n, ...allMissing('too_few_observations', FIGURES) };
  const meanX = sum(pairs.x) / n;
  const meanY = sum(pairs.y) / n;
  const awayX = pairs.x.map((value) => value - meanX);
  const awayY = pairs.y.map((value) => value - meanY);
  const varianceX = sum(awayX.map((value) => value ** 2)) / n;
  const varianceY = sum(awayY.map((value) => value ** 2)) / n;
  if (varianceX === 0 || varianceY === 0) return { n, ...allMissing('no_variation', FIGURES) };
  const covariance = sum(awayX.map((value, index) => value * (awayY[index] ?? Number.NaN))) / n;
  const geometric = Math.sqrt(varianceX * varianceY);
  const pearson = covariance / geometric;
  const concordance = (2 * covariance) / (varianceX + varianceY + (meanX - meanY) ** 2);
  const locationShift = (meanY - meanX) / Math.sqrt(geometric);
  const known = {
    n,
    concordance,
    pearson,
    accuracy: pearson === 0 ? missing('no_variation') : concordance / pearson,
    scaleShift: Math.sqrt(varianceY / varianceX),
    locationShift,
  };
  const withoutError = (reason: Reason) => ({ ...known, ...allMissing(reason, ERROR) });
  if (concordance === 1) return withoutError('perfect_agreement');
  if (pearson === 0) return withoutError('no_variation');
  const square = concordance ** 2;
  const standardError = Math.sqrt(
    (((1 - pearson ** 2) * square * (1 - square)) / pearson ** 2 +
      (2 * concordance ** 3 * (1 - concordance) * locationShift ** 2) / pearson -
      (square ** 2 * locationShift ** 4) / (2 * pearson ** 2)) /
      (n - 2),
  );
  // Where the second is the first one's mirror image, ρ = −1 but for rounding, Fisher's z has no value.
  if (square > 1 - 8 * Number.EPSILON || Number.isNaN(standardError)) return withoutError('no_variation');
  const reach = (normalQuantile(1 - (1 - level) / 2) * standardError) / (1 - square);
  const interval = {
    lower: tanh(atanh(concordance) - reach),
    upper: tanh(atanh(concordance) + reach),
    level,
  };
  return { ...known, standardError, interval };
}
