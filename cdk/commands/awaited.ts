import { setTimeout } from 'node:timers/promises';
import type { Bilingual } from '#shared/language.ts';
import type { Terminal } from './command.ts';

export interface Wait {
  /** What is waited for, as in `verdict on uploads/rouen/pairs.csv`. */
  readonly what: Bilingual;
  readonly patienceMilliseconds: number;
  readonly pollMilliseconds?: number;
  /** How often it is said that the wait goes on. */
  readonly sayEveryMilliseconds?: number;
}

/** What a wait needs of a terminal. */
export type Waiting = Pick<Terminal, 'say' | 'report' | 'signal'>;

/** Looks again and again until there is something; undefined when patience ends. Ctrl-C ends it at once. */
export async function awaited<T>(
  { say, report, signal }: Waiting,
  { what, patienceMilliseconds, pollMilliseconds = 500, sayEveryMilliseconds = 15_000 }: Wait,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const began = Date.now();
  let said = began;
  for (;;) {
    const found = await look();
    const now = Date.now();
    if (found !== undefined || now - began >= patienceMilliseconds) return found;
    if (now - said >= sayEveryMilliseconds) {
      said = now;
      const seconds = Math.round((now - began) / 1000);
      report(
        say({ fr: `en attente : ${what.fr} (${seconds} s)…`, en: `waiting: ${what.en} (${seconds} s)…` }),
      );
    }
    await setTimeout(pollMilliseconds, undefined, { signal });
  }
}
