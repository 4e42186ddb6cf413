import { type Figure, isMissing } from '#shared/statistics/figure.ts';

/** A figure that the test's data define. */
export function known<T, R extends string>(figure: Figure<T, R>): T {
  if (isMissing(figure)) throw new Error(`there is no figure: ${figure.missing}`);
  return figure;
}
