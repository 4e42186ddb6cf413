import type { Reason } from './outcome.ts';

/** Why there is no figure. */
export interface Missing<R extends string = Reason> {
  readonly missing: R;
}

/**
 * A figure (or an interval, a p-value …), or why there is none: the one convention of this folder for what the data do
 * not define, which is never null, NaN, 0 or 1.
 *
 * Every statistic returns a flat record of them. Where several figures are missing, each carries the cause that the
 * others follow from. T is never an object with a key `missing`.
 */
export type Figure<T = number, R extends string = Reason> = T | Missing<R>;

export const missing = <R extends string>(reason: R): Missing<R> => ({ missing: reason });

export const isMissing = <T, R extends string>(figure: Figure<T, R>): figure is Missing<R> =>
  typeof figure === 'object' && figure !== null && 'missing' in figure;

/** The reason of a figure that is missing; `null` of one that exists. */
export const whyMissing = <T, R extends string>(figure: Figure<T, R>): R | null =>
  isMissing(figure) ? figure.missing : null;

/** Another figure made of one that exists. */
export const mapped = <T, U, R extends string>(figure: Figure<T, R>, make: (value: T) => U): Figure<U, R> =>
  isMissing(figure) ? figure : make(figure);

/**
 * The named figures of a record, all missing for one reason. A name forgotten is a field that the record lacks, so that
 * it does not compile; a figure that exists all the same is written after them.
 */
export function allMissing<R extends string, Name extends string>(
  reason: R,
  names: readonly Name[],
): Readonly<Record<Name, Missing<R>>>;
// Its own signature, because `fromEntries` forgets which names it was given.
export function allMissing(reason: string, names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, missing(reason)]));
}
