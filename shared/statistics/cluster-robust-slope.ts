import type { ClusteredSample } from './clustered-sample.ts';
import { mean, sum } from './descriptives.ts';
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
  const { values, patients, patientCount } = sample;
  const none = (reason: Reason) => allMissing(reason, ['intercept', 'slope', ...TEST]);
  const centreX = mean(x);
  const centreY = mean(values);
  if (isMissing(centreX) || isMissing(centreY) || x.length < 3) return none('too_few_observations');
  const away = new Float64Array(x).map((value) => value - centreX);
  const spread = sum(away.map((value) => value * value));
  if (spread === 0) return none('no_variation');
  const slope = sum(away.map((value, row) => value * ((values[row] ?? 0) - centreY))) / spread;
  const line = { slope, intercept: centreY - slope * centreX };
  if (patientCount < 2) return { ...line, ...allMissing('too_few_patients', TEST) };
  const residuals = values.map((value, row) => value - centreY - slope * (away[row] ?? 0));
  const left = sum(residuals.map((value) => value * value));
  // R warns of an "essentially perfect fit", by this rule: what is left of the residuals is rounding.
  if (left <= 1e-30 * (centreY ** 2 + (slope ** 2 * spread) / (x.length - 1))) {
    const reason = slope === 0 ? 'no_variation' : 'perfect_fit';
    return { ...line, ...allMissing(reason, TEST), standardError: 0 };
  }
  const parts = Array.from({ length: patientCount }, () => ({ size: 0, cross: 0, square: 0, e1: 0, e2: 0 }));
  for (const [row, patient] of patients.entries()) {
    const part = parts[patient];
    if (part === undefined) continue;
    const unit = (away[row] ?? 0) / Math.sqrt(spread);
    part.size += 1 / values.length;
    part.cross += unit / Math.sqrt(values.length);
    part.square += unit ** 2;
    part.e1 += (residuals[row] ?? 0) / Math.sqrt(values.length);
    part.e2 += (residuals[row] ?? 0) * unit;
  }
  const adjusted = parts.map((part) => {
    const [w1, w2] = adjustment(part.size, part.cross, part.square);
    const h1 = part.size * w1 + part.cross * w2;
    const h2 = part.cross * w1 + part.square * w2;
    return { residual: w1 * part.e1 + w2 * part.e2, h1, h2, own: w1 * h1 + w2 * h2 };
  });
  const standardError = Math.sqrt(sum(adjusted.map(({ residual }) => residual ** 2)) / spread);
  // What is left where one patient alone decides the slope is rounding.
  if (standardError <= 1e-12 * Math.sqrt(left / spread)) {
    return { ...line, ...allMissing('no_variation', TEST) };
  }
  const degreesOfFreedom = satterthwaite(adjusted);
  const t = slope / standardError;
  return { ...line, standardError, t, degreesOfFreedom, pValue: studentTPValue(t, degreesOfFreedom) };
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
function satterthwaite(parts: readonly { readonly h1: number; readonly h2: number; readonly own: number }[]) {
  const over = (term: (part: (typeof parts)[number]) => number) => sum(parts.map(term));
  const trace = over(({ own, h1, h2 }) => own - h1 ** 2 - h2 ** 2);
  const crossed = over(({ h1 }) => h1 ** 2) ** 2 + over(({ h2 }) => h2 ** 2) ** 2;
  const mixed = 2 * over(({ h1, h2 }) => h1 * h2) ** 2;
  return trace ** 2 / (over(({ own, h1, h2 }) => own ** 2 - 2 * own * (h1 ** 2 + h2 ** 2)) + crossed + mixed);
}
