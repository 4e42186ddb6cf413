import { z } from 'zod';
import { repeatedBlandAltman } from '#shared/statistics/bland-altman-repeated.ts';
import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { clusteredLimits } from '#shared/statistics/clustered-limits.ts';
import { clusteredDifferences, clusteredSample } from '#shared/statistics/clustered-sample.ts';
import { concordanceCorrelation } from '#shared/statistics/concordance-correlation.ts';
import { mean, standardDeviation } from '#shared/statistics/descriptives.ts';
import {
  type IntraclassCorrelation,
  intraclassCorrelations,
} from '#shared/statistics/intraclass-correlation.ts';
import { linearRegression } from '#shared/statistics/linear-regression.ts';
import { normalQuantile } from '#shared/statistics/normal-quantile.ts';
import { relativeDifference } from '#shared/statistics/relative-difference.ts';
import { completePairs } from '#shared/statistics/sample.ts';
import { tTest } from '#shared/statistics/t-test.ts';
import { type Answer, answered } from './answer.ts';
import type { ReferenceCase } from './fixtures.ts';
import { limitsAsInR, withoutError } from './limits-as-in-r.ts';
import { vector } from './numbers.ts';

const pairsSchema = z.strictObject({ x: vector, y: vector });
const matrixSchema = z.strictObject({ matrix: z.array(vector) });
const repeatedSchema = z.strictObject({ d: vector, id: z.array(z.number()) });
const argsSchema = z.strictObject({ 'conf.level': z.number().optional() });

export function agreement({ id, input, args }: ReferenceCase): Answer {
  const level = argsSchema.parse(args)['conf.level'] ?? 0.95;
  if ('matrix' in input) return icc(matrixSchema.parse(input).matrix, level);
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
  const pairs = completePairs(x, y) ?? { x: new Float64Array(), y: new Float64Array() };
  const means = pairs.x.map((value, row) => (value + (pairs.y[row] ?? Number.NaN)) / 2);
  const { intercept, slope, standardError, t, p } = linearRegression(means, differences.values);
  const sd = result.standardDeviation;
  const interval = (given: typeof bias.interval, about: number | null | undefined) =>
    sd === 0 ? withoutError(about ?? null).confInt : limitsAsInR(given);
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
      ciLower: interval(result.lowerLimitInterval, result.limits?.lower),
      ciUpper: interval(result.upperLimitInterval, result.limits?.upper),
      proportional: slope === null ? null : { intercept, slope, seSlope: standardError, t, pValue: p },
      meanPercent: relativeDifference(x, y).meanPercent,
      tP: tTest(x, y).p,
    },
    warnings: result.n === 1 ? ['NaNs produced'] : [],
    error: null,
  };
}

function repeated({ d, id }: z.infer<typeof repeatedSchema>): Answer {
  const result = repeatedBlandAltman(clusteredSample(d, id));
  return answered({
    nSubjects: result.patients,
    nPairs: result.n,
    bias: result.bias,
    MSB: result.meanSquareBetween,
    MSW: result.meanSquareWithin,
    m0: result.typicalSize,
    varBetween: result.varianceBetween,
    sdTotal: result.standardDeviation,
    loa: limitsAsInR(result.limits),
    loaNaive: limitsAsInR(clusteredLimits(clusteredSample(d, [...d.keys()])).limits),
  });
}

function icc(matrix: readonly Column[], level: number): Answer {
  const result = intraclassCorrelations(matrix, level);
  // Perfect agreement divides by an error of zero: R carries on with F = ∞ and p = 0, the product says so in words.
  const withoutResidual = ({ reason }: IntraclassCorrelation) =>
    reason === 'perfect_agreement' || reason === 'constant_difference';
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
    se: result.reason === 'perfect_agreement' ? 0 : result.standardError,
    confInt: limitsAsInR(result.interval),
    Cb: result.accuracy,
    pearson: result.pearson,
  };
  if (result.reason !== 'no_variation') {
    return answered({ ...shared, scaleShift: result.scaleShift, locationShift: result.locationShift });
  }
  // R divides the shifts by a standard deviation of zero.
  const pairs = completePairs(x, y);
  const sdX = standardDeviation(pairs?.x ?? []) ?? Number.NaN;
  const sdY = standardDeviation(pairs?.y ?? []) ?? Number.NaN;
  const distance = (mean(pairs?.y ?? []) ?? Number.NaN) - (mean(pairs?.x ?? []) ?? Number.NaN);
  return {
    expect: { ...shared, scaleShift: sdY / sdX, locationShift: distance / Math.sqrt(sdX * sdY) },
    warnings: ['the standard deviation is zero'],
    error: null,
  };
}
