import { setTimeout } from 'node:timers/promises';

/** Waits before another attempt; the wait grows with the number of attempts made. */
export type Pause = (attempt: number) => Promise<void>;

/** Waits for so many milliseconds. */
export type Wait = (milliseconds: number) => Promise<unknown>;

const FIRST_MILLISECONDS = 50;
const LONGEST_MILLISECONDS = 5_000;

/** In milliseconds; twice as long for each attempt, up to a bound. */
export const longestPause = (attempt: number): number =>
  Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** attempt);

/**
 * Exponential backoff with full jitter, so that those who collided do not collide again.
 * Source: AWS Architecture Blog, "Exponential Backoff And Jitter".
 */
export const pause: Pause = async (attempt) => {
  await setTimeout(Math.random() * longestPause(attempt));
};
