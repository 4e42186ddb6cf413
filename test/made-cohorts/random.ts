import { anyOf, randomNumbers } from '#test/functions/world/random.ts';

/** What a made cohort leaves to chance: the same for the same seed. */
export interface Random {
  readonly chance: (probability: number) => boolean;
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number;
  /** About standard normal: twelve uniform numbers less six. */
  readonly normal: () => number;
  readonly oneOf: <Item>(items: readonly Item[]) => Item;
}

export function seeded(seed: number): Random {
  const next = randomNumbers(seed);
  return {
    chance: (probability) => next() < probability,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    normal: () => Array.from({ length: 12 }, next).reduce((sum, each) => sum + each, 0) - 6,
    oneOf: (items) => anyOf(items, next),
  };
}
