import { nullStudies } from './null-study.ts';
import { PUBLISHED_TESTS, type PublishedTest } from './published-tests.ts';

/** How often a test finds at the 5 % level what is not there. */
export interface TypeOneError {
  readonly test: PublishedTest;
  readonly patients: number;
  readonly studies: number;
  /** Studies in which it has a p; in the others it finds nothing. */
  readonly tested: number;
  readonly wrong: number;
}

export const LEVEL = 0.05;

export function simulated(
  patients: number,
  studies: number,
  seed: number,
  tests: readonly PublishedTest[] = PUBLISHED_TESTS,
): readonly TypeOneError[] {
  const next = nullStudies(seed, patients);
  const tallies = tests.map((test) => ({ test, patients, studies, tested: 0, wrong: 0 }));
  for (let done = 0; done < studies; done += 1) {
    const study = next();
    for (const tally of tallies) {
      const p = tally.test.pOf(study);
      if (p === null) continue;
      tally.tested += 1;
      if (p < LEVEL) tally.wrong += 1;
    }
  }
  return tallies;
}

/** Standard error of a simulated share. */
export const monteCarloError = (share: number, studies: number): number =>
  Math.sqrt((share * (1 - share)) / studies);
