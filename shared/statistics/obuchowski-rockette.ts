import { fewestPatients } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import { exp } from './elementary-functions.ts';
import type { ErrorCovariances, ModalityCovariances } from './error-covariances.ts';
import { allMissing, type Figure, mapped } from './figure.ts';
import type { Interval, PValue, Reason } from './outcome.ts';
import { studentTPValue, studentTQuantile } from './student-t-distribution.ts';

/** The figures of merit of some readers, each on two modalities, in the order of the readers. */
export interface ReadersFigures {
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** How many patients they are of. */
  readonly patients: number;
}

/** The readers’ mean figure on a modality, or the difference of two. */
export interface MeanFigure {
  readonly estimate: number;
  /** 0 where the figure is the same without any patient: there are no limits then. */
  readonly standardError: number;
  readonly degreesOfFreedom: Figure;
  /** Within the bounds of what is estimated. */
  readonly interval: Figure<Interval>;
}

export interface TestedDifference extends MeanFigure {
  readonly pValue: Figure<PValue>;
}

/** What some readers find on two modalities, and first less second. */
export interface ModalitiesRead {
  readonly first: MeanFigure;
  readonly second: MeanFigure;
  readonly difference: TestedDifference;
}

/**
 * For these readers and other patients: the variance of their mean is (Var + (J − 1) max(Cov₂, 0))/J, that of the
 * difference 2 (Var − Cov₁ + (J − 1) max(Cov₂ − Cov₃, 0))/J; of one reader the jackknife’s own. Errors as those of
 * `St(…, analysisOption = "FRRC")` of R’s RJafroc, which takes the normal law; here it is t on m − 1, as for other figures by
 * patients: with few of them the normal law’s limits are too narrow. Those of an area are on the logit scale, here and below.
 */
export function fixedReaders(figures: ReadersFigures, errors: ErrorCovariances): ModalitiesRead {
  const readers = figures.first.length;
  const known = { patients: figures.patients, degreesOfFreedom: figures.patients - 1 };
  const ofModality = (values: readonly number[], { variance, betweenReaders }: ModalityCovariances) =>
    meanFigure(
      mean(values),
      (variance + (readers - 1) * Math.max(0, betweenReaders)) / readers,
      known,
      'area',
    );
  const between = errors.betweenReaders - errors.neitherSame;
  const error = errors.variance - errors.sameReader + (readers - 1) * Math.max(0, between);
  return {
    first: ofModality(figures.first, errors.first),
    second: ofModality(figures.second, errors.second),
    difference: tested(mean(figures.first) - mean(figures.second), (2 * error) / readers, known),
  };
}

/**
 * For other readers and patients (Obuchowski & Rockette 1995 Commun Stat Simul Comput 24:285) with Hillis’s degrees of
 * freedom (2007 Stat Med 26:596): variances (MS(R) + J max(Cov₂, 0))/J and 2 (MS(TR) + J max(Cov₂ − Cov₃, 0))/J.
 * R: `RJafroc::St(…, method = "OR", analysisOption = "RRRC")`. Two readers at least; where their figures do not differ,
 * there are neither degrees of freedom nor limits.
 */
export function randomReaders(figures: ReadersFigures, errors: ErrorCovariances): ModalitiesRead {
  const readers = figures.first.length;
  const lawOf = (meanSquare: number, covariance: number) => {
    const denominator = meanSquare + readers * Math.max(0, covariance);
    return {
      variance: denominator / readers,
      known: {
        patients: figures.patients,
        // A mean square that only rounding keeps from 0 says of no reader how he differs.
        degreesOfFreedom: meanSquare < 1e-24 ? 0 : ((readers - 1) * denominator ** 2) / meanSquare ** 2,
      },
    };
  };
  const ofModality = (values: readonly number[], { betweenReaders }: ModalityCovariances) => {
    const { variance, known } = lawOf(meanSquareOf(values), betweenReaders);
    return meanFigure(mean(values), variance, known, 'area');
  };
  const differences = figures.first.map((value, reader) => value - (figures.second[reader] ?? Number.NaN));
  const { variance, known } = lawOf(
    meanSquareOf(differences) / 2,
    errors.betweenReaders - errors.neitherSame,
  );
  return {
    first: ofModality(figures.first, errors.first),
    second: ofModality(figures.second, errors.second),
    difference: tested(mean(differences), 2 * variance, known),
  };
}

const LEVEL = 0.95;

/** How many patients there are, and how well the error is known: 0 where it is not. */
interface Known {
  readonly patients: number;
  readonly degreesOfFreedom: number;
}

/** What a figure can be: an area from 0 to 1, a difference from −1 to 1. */
type Kind = 'area' | 'difference';

function meanFigure(estimate: number, variance: number, known: Known, kind: Kind): MeanFigure {
  const none = (reason: Reason) => allMissing(reason, ['degreesOfFreedom', 'interval']);
  const standardError = Math.sqrt(variance);
  // Rounding alone keeps errors that cancel from being 0.
  if (!(standardError > 1e-12)) return { estimate, standardError: 0, ...none('no_variation') };
  if (known.patients < fewestPatients) return { estimate, standardError, ...none('too_few_patients') };
  const { degreesOfFreedom } = known;
  if (degreesOfFreedom === 0) return { estimate, standardError, ...none('no_variation') };
  const reach = studentTQuantile(1 - (1 - LEVEL) / 2, degreesOfFreedom) * standardError;
  const interval = kind === 'area' ? aroundArea(estimate, reach) : aroundDifference(estimate, reach);
  return { estimate, standardError, degreesOfFreedom, interval };
}

/** On the logit scale: an area near 1 has a skewed law, and plain limits leave it out far too often. */
function aroundArea(estimate: number, reach: number): Interval {
  const centre = Math.log(estimate / (1 - estimate));
  const onLogit = reach / (estimate * (1 - estimate));
  const area = (logit: number) => 1 / (1 + exp(-logit));
  return { lower: area(centre - onLogit), upper: area(centre + onLogit), level: LEVEL };
}

const aroundDifference = (estimate: number, reach: number): Interval => ({
  lower: Math.max(-1, estimate - reach),
  upper: Math.min(1, estimate + reach),
  level: LEVEL,
});

function tested(estimate: number, variance: number, known: Known): TestedDifference {
  const figure = meanFigure(estimate, variance, known, 'difference');
  const pValue = mapped(figure.degreesOfFreedom, (degreesOfFreedom) =>
    studentTPValue(estimate / figure.standardError, degreesOfFreedom),
  );
  return { ...figure, pValue };
}

const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Σ(x − x̄)²/(n − 1). */
function meanSquareOf(values: readonly number[]): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
}
