import {
  type AnalysisOfVariance,
  type Limits,
  limitsMultiplier,
  repeatedBlandAltman,
} from './bland-altman-repeated.ts';
import { type ClusteredSample, clusterSizes } from './clustered-sample.ts';
import { sum, variance } from './descriptives.ts';
import { allMissing, type Figure, isMissing, mapped } from './figure.ts';
import type { Interval } from './outcome.ts';
import { studentTQuantile } from './student-t-distribution.ts';

export interface ClusteredLimits {
  readonly n: number;
  readonly patients: number;
  readonly bias: Figure;
  readonly standardDeviation: Figure;
  readonly limits: Figure<Limits>;
  readonly limitsStandardError: Figure;
  readonly lowerLimitInterval: Figure<Interval>;
  readonly upperLimitInterval: Figure<Interval>;
}

const INTERVALS = ['limitsStandardError', 'lowerLimitInterval', 'upperLimitInterval'] as const;
const FIGURES = ['standardDeviation', 'limits', ...INTERVALS] as const;

/** What the limits are made of: variances between and within patients, and how well s² is known. */
interface Components {
  readonly between: number;
  readonly within: number;
  readonly varianceOfSquare: number;
}

/**
 * Limits of agreement bias ± 1.96 s with intervals, when a patient may have several differences: s as in
 * `repeatedBlandAltman`, or the plain one where every patient has one difference. A limit's error is
 * √(var(bias) + 1.96² var(s²)/(4s²)), var(s²) of the sum of the two mean squares that s² is made of, and t on
 * 2s⁴/var(s²) degrees of freedom. With one difference a patient these are Bland and Altman's own limits, with
 * SE of a limit = s √(1/n + 1.96²/(2(n − 1))) (Bland & Altman 1986 Lancet 327:307; 1999 Stat Methods Med Res 8:135).
 */
export function clusteredLimits(differences: ClusteredSample, level = 0.95): ClusteredLimits {
  const { n, patients, bias, analysis } = repeatedBlandAltman(differences);
  const counts = { n, patients, bias };
  const parts = components(differences, analysis);
  if (isMissing(bias)) return { ...counts, ...allMissing(bias.missing, FIGURES) };
  if (isMissing(parts)) return { ...counts, ...allMissing(parts.missing, FIGURES) };
  const { between, within, varianceOfSquare } = parts;
  const square = between + within;
  const standardDeviation = Math.sqrt(square);
  const limits = {
    lower: bias - limitsMultiplier * standardDeviation,
    upper: bias + limitsMultiplier * standardDeviation,
  };
  const known = { n, patients, bias, standardDeviation, limits };
  if (square === 0) return { ...known, ...allMissing('no_variation', INTERVALS) };
  const ofBias = (between * sum(clusterSizes(differences).map((size) => size ** 2)) + within * n) / n ** 2;
  const limitsStandardError = Math.sqrt(
    Math.max(0, ofBias) + (limitsMultiplier ** 2 * varianceOfSquare) / (4 * square),
  );
  // Satterthwaite's: as many as make χ²/f as variable as s² is.
  const degreesOfFreedom = (2 * square ** 2) / varianceOfSquare;
  const reach = studentTQuantile(1 - (1 - level) / 2, degreesOfFreedom) * limitsStandardError;
  const around = (limit: number): Interval => ({ lower: limit - reach, upper: limit + reach, level });
  return {
    ...known,
    limitsStandardError,
    lowerLimitInterval: around(limits.lower),
    upperLimitInterval: around(limits.upper),
  };
}

/** @param analysis missing also where each patient has one difference, and the plain variance serves. */
function components(
  { values, patientCount }: ClusteredSample,
  analysis: Figure<AnalysisOfVariance>,
): Figure<Components> {
  // A mean square on f degrees of freedom has variance 2 MS²/f.
  const spread = (meanSquare: number, degreesOfFreedom: number) => (2 * meanSquare ** 2) / degreesOfFreedom;
  if (isMissing(analysis)) {
    if (patientCount < 2 || values.length > patientCount) return analysis;
    return mapped(variance(values), (square) => ({
      between: square,
      within: 0,
      varianceOfSquare: spread(square, patientCount - 1),
    }));
  }
  const { meanSquareBetween, meanSquareWithin, typicalSize, varianceBetween } = analysis;
  const ofWithin = spread(meanSquareWithin, values.length - patientCount);
  return {
    between: varianceBetween,
    within: meanSquareWithin,
    varianceOfSquare:
      spread(meanSquareBetween / typicalSize, patientCount - 1) + (1 - 1 / typicalSize) ** 2 * ofWithin,
  };
}
