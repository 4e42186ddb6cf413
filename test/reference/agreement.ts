import { z } from 'zod';
import { type AnalysisOfVariance, repeatedBlandAltman } from '#shared/statistics/bland-altman-repeated.ts';
import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { clusterRobustSlope } from '#shared/statistics/cluster-robust-slope.ts';
import { clusteredLimits } from '#shared/statistics/clustered-limits.ts';
import { clusteredDifferences, clusteredSample } from '#shared/statistics/clustered-sample.ts';
import { concordanceCorrelation } from '#shared/statistics/concordance-correlation.ts';
import { mean, standardDeviation } from '#shared/statistics/descriptives.ts';
import { type Figure, isMissing, mapped, whyMissing } from '#shared/statistics/figure.ts';
import {
  type IntraclassCorrelation,
  intraclassCorrelations,
} from '#shared/statistics/intraclass-correlation.ts';
import { normalQuantile } from '#shared/statistics/normal-quantile.ts';
import { relativeDifference } from '#shared/statistics/relative-difference.ts';
import { completePairs } from '#shared/statistics/sample.ts';
import { tTest } from '#shared/statistics/t-test.ts';
import { type Answer, answered } from './answer.ts';
import { limitsAsInR, pAsInR, withoutError } from './as-in-r.ts';
import type { ReferenceCase } from './fixtures.ts';
import { vector } from './numbers.ts';

const pairsSchema = z.strictObject({ x: vector, y: vector });
const matrixSchema = z.strictObject({ matrix: z.array(vector) });
const repeatedSchema = z.strictObject({ d: vector, id: z.array(z.number()) });
const slopeSchema = z.strictObject({ x: z.array(z.number()), d: vector, id: z.array(z.number()) });
const argsSchema = z.strictObject({ 'conf.level': z.number().optional() });

export function agreement({ id, input, args }: ReferenceCase): Answer {
  const level = argsSchema.parse(args)['conf.level'] ?? 0.95;
  if ('matrix' in input) return icc(matrixSchema.parse(input).matrix, level);
  if ('id' in input && 'x' in input) return clusteredSlope(slopeSchema.parse(input));
  if ('d' in input) return repeated(repeatedSchema.parse(input));
  const { x, y } = pairsSchema.parse(input);
  return id.includes('/ccc') ? ccc(x, y, level) : limitsOfAgreement(x, y, level);
}

type Column = readonly (number | null)[];

/** Every row by itself: what is made for several differences a patient is then the plain method. */
function limitsOfAgreement(x: Column, y: Column, level: number): Answer {
  const differences = clusteredDifferences(x, y, [...x.keys()]);
  const bias = clusterRobustMean(differences, level);
  const result = clusteredLimits(differences, level);
  const pairs = pairsOf(x, y);
  const means = pairs.x.map((value, row) => (value + (pairs.y[row] ?? Number.NaN)) / 2);
  const { intercept, slope } = clusterRobustSlope(means, differences);
  const sd = result.standardDeviation;
  const interval = (given: typeof bias.interval, about: Figure) =>
    sd === 0 ? withoutError(about).confInt : limitsAsInR(given);
  return {
    expect: {
      n: result.n,
      bias: bias.mean,
      sd,
      z: normalQuantile(0.975),
      loa: limitsAsInR(result.limits),
      seBias: bias.standardError,
      seLoa: sd === 0 ? 0 : result.limitsStandardError,
      ciBias: interval(bias.interval, bias.mean),
      ciLower: interval(
        result.lowerLimitInterval,
        mapped(result.limits, ({ lower }) => lower),
      ),
      ciUpper: interval(
        result.upperLimitInterval,
        mapped(result.limits, ({ upper }) => upper),
      ),
      proportional: isMissing(slope) ? null : { intercept, slope },
      meanPercent: relativeDifference(x, y).meanPercent,
      tP: pAsInR(tTest(x, y).pValue),
    },
    warnings: result.n === 1 ? ['NaNs produced'] : [],
    error: null,
  };
}

const pairsOf = (x: Column, y: Column) => {
  const pairs = completePairs(x, y);
  if (isMissing(pairs)) throw new Error('R is asked about columns of one length');
  return pairs;
};

function repeated({ d, id }: z.infer<typeof repeatedSchema>): Answer {
  const result = repeatedBlandAltman(clusteredSample(d, id));
  const ofAnalysis = (name: keyof AnalysisOfVariance) =>
    mapped(result.analysis, (analysis) => analysis[name]);
  return answered({
    nSubjects: result.patients,
    nPairs: result.n,
    bias: result.bias,
    MSB: ofAnalysis('meanSquareBetween'),
    MSW: ofAnalysis('meanSquareWithin'),
    m0: ofAnalysis('typicalSize'),
    varBetween: ofAnalysis('varianceBetween'),
    sdTotal: result.standardDeviation,
    loa: limitsAsInR(result.limits),
    loaNaive: limitsAsInR(clusteredLimits(clusteredSample(d, [...d.keys()])).limits),
  });
}

function clusteredSlope({ x, d, id }: z.infer<typeof slopeSchema>): Answer {
  const { slope, standardError, t, degreesOfFreedom, pValue } = clusterRobustSlope(x, clusteredSample(d, id));
  return answered({ slope, se: standardError, t, df: degreesOfFreedom, pValue: pAsInR(pValue) });
}

function icc(matrix: readonly Column[], level: number): Answer {
  const result = intraclassCorrelations(matrix, level);
  // Perfect agreement divides by an error of zero: R carries on with F = ∞ and p = 0, the product says so in words.
  const withoutResidual = ({ f }: IntraclassCorrelation) =>
    whyMissing(f) === 'perfect_agreement' || whyMissing(f) === 'constant_difference';
  const common = (form: IntraclassCorrelation) => ({
    estimate: form.estimate,
    F: withoutResidual(form) ? Number.POSITIVE_INFINITY : form.f,
    pValue: withoutResidual(form) ? 0 : form.p,
    confInt: limitsAsInR(form.interval),
  });
  return answered({
    MSR: result.rowMeanSquare,
    MSC: result.columnMeanSquare,
    MSE: result.errorMeanSquare,
    icc21: { ...common(result.agreement), v: result.agreement.denominatorDf },
    icc31: {
      ...common(result.consistency),
      df1: result.n - 1,
      df2: (result.n - 1) * ((matrix[0]?.length ?? 0) - 1),
    },
  });
}

function ccc(x: Column, y: Column, level: number): Answer {
  const result = concordanceCorrelation(x, y, level);
  const shared = {
    ccc: result.concordance,
    se: whyMissing(result.standardError) === 'perfect_agreement' ? 0 : result.standardError,
    confInt: limitsAsInR(result.interval),
    Cb: result.accuracy,
    pearson: result.pearson,
  };
  if (whyMissing(result.scaleShift) !== 'no_variation') {
    return answered({ ...shared, scaleShift: result.scaleShift, locationShift: result.locationShift });
  }
  // R divides the shifts by a standard deviation of zero.
  const pairs = pairsOf(x, y);
  const orNaN = (figure: Figure) => (isMissing(figure) ? Number.NaN : figure);
  const [sdX, sdY] = [orNaN(standardDeviation(pairs.x)), orNaN(standardDeviation(pairs.y))];
  const distance = orNaN(mean(pairs.y)) - orNaN(mean(pairs.x));
  return {
    expect: { ...shared, scaleShift: sdY / sdX, locationShift: distance / Math.sqrt(sdX * sdY) },
    warnings: ['the standard deviation is zero'],
    error: null,
  };
}
