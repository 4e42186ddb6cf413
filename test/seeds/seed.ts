/** The variable of the environment that names another seed than the usual one. */
export const SEED_VARIABLE = 'CTMRI_SEED';

const USUAL_SEED = 2022;
/** fast-check takes a seed for a signed number of 32 bits. */
export const LARGEST_SEED = 2 ** 31 - 1;

/**
 * The seed that the properties of a run draw their inputs from.
 *
 * @throws Error if the environment names something that is no seed.
 */
export function seedIn(environment: NodeJS.ProcessEnv): number {
  const text = environment[SEED_VARIABLE];
  return text === undefined ? USUAL_SEED : seedOf(text);
}

/** @throws Error if the text is no whole number of at most 31 bits. */
export function seedOf(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= LARGEST_SEED) return seed;
  throw new Error(`A seed is a whole number from 0 to ${LARGEST_SEED}, not “${text}”.`);
}
