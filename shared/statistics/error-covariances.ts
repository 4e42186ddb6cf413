import { sum } from './descriptives.ts';

/** A figure of all patients, and without each of them. */
export interface JackknifedFigure {
  readonly estimate: number;
  readonly leftOut: Float64Array;
}

/** What one reader’s figures are on two modalities, of the same patients in the same order. */
export interface ReadOnBoth {
  readonly first: JackknifedFigure;
  readonly second: JackknifedFigure;
}

/** Variance of one reader’s figure on a modality, and covariance of two readers’; the latter 0 of a single reader. */
export interface ModalityCovariances {
  readonly variance: number;
  readonly betweenReaders: number;
}

/** How the figures of some readers on two modalities vary together over samples of patients. */
export interface ErrorCovariances extends ModalityCovariances {
  /** One reader, both modalities: Obuchowski and Rockette’s Cov₁. */
  readonly sameReader: number;
  /** Two readers, one each of the modalities: Cov₃. `betweenReaders`, two readers on one modality, is Cov₂. */
  readonly neitherSame: number;
  readonly first: ModalityCovariances;
  readonly second: ModalityCovariances;
}

/**
 * Jackknife covariance of two figures of m patients, (m − 1)/m Σ(xᵢ − x̄)(yᵢ − ȳ) over the figures without patient i
 * (Efron & Stein 1981 Ann Stat 9:586).
 */
export function jackknifeCovariance(x: Float64Array, y: Float64Array): number {
  const patients = x.length;
  const [meanX, meanY] = [sum(x) / patients, sum(y) / patients];
  const products = x.map((value, patient) => (value - meanX) * ((y[patient] ?? Number.NaN) - meanY));
  return ((patients - 1) / patients) * sum(products);
}

/** Averages over readers and modalities (Obuchowski & Rockette 1995 Commun Stat Simul Comput 24:285), as RJafroc’s. */
export function errorCovariances(readers: readonly ReadOnBoth[]): ErrorCovariances {
  const first = ofModality(readers.map((reader) => reader.first));
  const second = ofModality(readers.map((reader) => reader.second));
  const across = (wanted: (one: number, other: number) => boolean) =>
    average(
      readers.flatMap((one, position) =>
        readers
          .filter((_, other) => wanted(position, other))
          .map((other) => jackknifeCovariance(one.first.leftOut, other.second.leftOut)),
      ),
    );
  return {
    variance: (first.variance + second.variance) / 2,
    betweenReaders: (first.betweenReaders + second.betweenReaders) / 2,
    sameReader: across((one, other) => one === other),
    neitherSame: across((one, other) => one !== other),
    first,
    second,
  };
}

function ofModality(figures: readonly JackknifedFigure[]): ModalityCovariances {
  return {
    variance: average(figures.map(({ leftOut }) => jackknifeCovariance(leftOut, leftOut))),
    betweenReaders: average(
      figures.flatMap((one, position) =>
        figures.slice(position + 1).map((other) => jackknifeCovariance(one.leftOut, other.leftOut)),
      ),
    ),
  };
}

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : sum(values) / values.length;
