import { setTimeout } from 'node:timers/promises';

/** Waits before another attempt; the wait grows with the number of attempts made. */
export type Pause = (attempt: number) => Promise<void>;

const FIRST_MILLISECONDS = 50;
const LONGEST_MILLISECONDS = 5_000;

/**
 * Exponential backoff with full jitter, so that those who collided do not collide again.
 * Source: AWS Architecture Blog, "Exponential Backoff And Jitter".
 */
export const pause: Pause = async (attempt) => {
  const bound = Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** attempt);
  await setTimeout(Math.random() * bound);
};
