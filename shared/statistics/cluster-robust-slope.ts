import type { ClusteredSample } from './clustered-sample.ts';
import { mean, sumOf } from './descriptives.ts';
import { allMissing, type Figure, isMissing } from './figure.ts';
import type { PValue, Reason } from './outcome.ts';
import { studentTPValue } from './student-t-distribution.ts';

export interface ClusterRobustSlope {
  readonly intercept: Figure;
  readonly slope: Figure;
  readonly standardError: Figure;
  readonly t: Figure;
  readonly degreesOfFreedom: Figure;
  readonly pValue: Figure<PValue>;
}

const TEST = ['standardError', 't', 'degreesOfFreedom', 'pValue'] as const;

/**
 * Least-squares slope of clustered values on x, with the variance CR2 by patient and t on Satterthwaite's degrees of
 * freedom (Bell & McCaffrey 2002 Surv Methodol 28:169; Pustejovsky & Tipton 2018 J Bus Econ Stat 36:672). R:
 * `clubSandwich::coef_test(lm(y ~ x), vcov = "CR2", cluster = id)`. Needs three rows and two patients.
 *
 * With the design made orthonormal, X'X = I and Gᵢ = Xᵢ'Xᵢ, the adjustment (I − Hᵢᵢ)^(−½) of a patient's residuals is
 * Xᵢ wᵢ for the slope, with wᵢ = (I − Gᵢ)^(−½) times the slope's unit vector: two by two, however many rows he has.
 */
export function clusterRobustSlope(x: ArrayLike<number>, sample: ClusteredSample): ClusterRobustSlope {
  const { values, patientCount } = sample;
  const none = (reason: Reason) => allMissing(reason, ['intercept', 'slope', ...TEST]);
  const centreX = mean(x);
  const centreY = mean(values);
  if (isMissing(centreX) || isMissing(centreY) || x.length < 3) return none('too_few_observations');
  const away = new Float64Array(x.length);
  for (let row = 0; row < away.length; row += 1) away[row] = (x[row] ?? 0) - centreX;
  const spread = sumOf(away, (value) => value * value);
  if (spread === 0) return none('no_variation');
  const slope = sumOf(away, (value, row) => value * ((values[row] ?? 0) - centreY)) / spread;
  const line = { slope, intercept: centreY - slope * centreX };
  if (patientCount < 2) return { ...line, ...allMissing('too_few_patients', TEST) };
  const residuals = new Float64Array(values.length);
  for (let row = 0; row < residuals.length; row += 1) {
    residuals[row] = (values[row] ?? 0) - centreY - slope * (away[row] ?? 0);
  }
  const left = sumOf(residuals, (value) => value * value);
  // R warns of an "essentially perfect fit", by this rule: what is left of the residuals is rounding.
  if (left <= 1e-30 * (centreY ** 2 + (slope ** 2 * spread) / (x.length - 1))) {
    const reason = slope === 0 ? 'no_variation' : 'perfect_fit';
    return { ...line, ...allMissing(reason, TEST), standardError: 0 };
  }
  const adjusted = adjustedParts(sample, { away, residuals, spread });
  const standardError = Math.sqrt(sumOf(adjusted.residual, (residual) => residual ** 2) / spread);
  // What is left where one patient alone decides the slope is rounding.
  if (standardError <= 1e-12 * Math.sqrt(left / spread)) {
    return { ...line, ...allMissing('no_variation', TEST) };
  }
  const degreesOfFreedom = satterthwaite(adjusted);
  const t = slope / standardError;
  return { ...line, standardError, t, degreesOfFreedom, pValue: studentTPValue(t, degreesOfFreedom) };
}

/** Of each patient: his adjusted residual, hᵢ = Gᵢwᵢ, and wᵢ'hᵢ; in columns, for objects would be collected by the thousand. */
interface AdjustedParts {
  readonly residual: Float64Array;
  readonly h1: Float64Array;
  readonly h2: Float64Array;
  readonly own: Float64Array;
}

function adjustedParts(
  { values, patients, patientCount }: ClusteredSample,
  {
    away,
    residuals,
    spread,
  }: { readonly away: Float64Array; readonly residuals: Float64Array; readonly spread: number },
): AdjustedParts {
  const ofPatients = () => new Float64Array(patientCount);
  const [size, cross, square, e1, e2] = [
    ofPatients(),
    ofPatients(),
    ofPatients(),
    ofPatients(),
    ofPatients(),
  ];
  const [rootOfSpread, rootOfNumber] = [Math.sqrt(spread), Math.sqrt(values.length)];
  for (let row = 0; row < values.length; row += 1) {
    const patient = patients[row] ?? 0;
    const unit = (away[row] ?? 0) / rootOfSpread;
    const residual = residuals[row] ?? 0;
    size[patient] = (size[patient] ?? 0) + 1 / values.length;
    cross[patient] = (cross[patient] ?? 0) + unit / rootOfNumber;
    square[patient] = (square[patient] ?? 0) + unit ** 2;
    e1[patient] = (e1[patient] ?? 0) + residual / rootOfNumber;
    e2[patient] = (e2[patient] ?? 0) + residual * unit;
  }
  const parts = { residual: ofPatients(), h1: ofPatients(), h2: ofPatients(), own: ofPatients() };
  for (let patient = 0; patient < patientCount; patient += 1) {
    const [a, b, d] = [size[patient] ?? 0, cross[patient] ?? 0, square[patient] ?? 0];
    const [w1, w2] = adjustment(a, b, d);
    const h1 = a * w1 + b * w2;
    const h2 = b * w1 + d * w2;
    parts.residual[patient] = w1 * (e1[patient] ?? 0) + w2 * (e2[patient] ?? 0);
    parts.h1[patient] = h1;
    parts.h2[patient] = h2;
    parts.own[patient] = w1 * h1 + w2 * h2;
  }
  return parts;
}

/** Second column of (I − G)^(−½), G = [[a, b], [b, d]]; a direction that is this patient's alone has no part in it. */
function adjustment(a: number, b: number, d: number): [number, number] {
  const middle = 1 - (a + d) / 2;
  const half = Math.sqrt(((a - d) / 2) ** 2 + b ** 2);
  const power = (value: number) => (value > 1e-10 ? 1 / Math.sqrt(value) : 0);
  const [large, small] = [power(middle + half), power(middle - half)];
  // The projection on the eigenvector of the larger eigenvalue of I − G, from the matrix itself.
  const cosine = half === 0 ? 0 : (a - d) / 2 / half;
  const sine = half === 0 ? 0 : -b / half;
  return [((large - small) * sine) / 2, (large + small) / 2 + ((large - small) * cosine) / 2];
}

/** (tr P)²/Σ pᵢⱼ², pᵢⱼ = δᵢⱼ wᵢ'Gᵢwᵢ − hᵢ'hⱼ and hᵢ = Gᵢwᵢ; the double sum by the matrix Σhᵢhᵢ'. */
function satterthwaite(parts: AdjustedParts): number {
  const over = (term: (own: number, h1: number, h2: number) => number) =>
    sumOf(parts.own, (own, patient) => term(own, parts.h1[patient] ?? 0, parts.h2[patient] ?? 0));
  const trace = over((own, h1, h2) => own - h1 ** 2 - h2 ** 2);
  const crossed = over((_, h1) => h1 ** 2) ** 2 + over((_, __, h2) => h2 ** 2) ** 2;
  const mixed = 2 * over((_, h1, h2) => h1 * h2) ** 2;
  return trace ** 2 / (over((own, h1, h2) => own ** 2 - 2 * own * (h1 ** 2 + h2 ** 2)) + crossed + mixed);
}
