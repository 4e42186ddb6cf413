import type { ReadHeads } from '#functions/storage/heads.ts';
import type { Wait } from '#functions/storage/pause.ts';
import type { CentreHead } from '#shared/storage/centre-head.ts';

export interface RestPorts {
  readonly readHeads: ReadHeads;
  readonly wait: Wait;
}

/** A file of a burst follows the one before within a second or two. */
const QUIET_MILLISECONDS = 2_000;
const MOST_LOOKS = 4;

/**
 * Waits until no head has moved for two seconds, eight at most. Files come in bursts, and each moves a head: whoever
 * computed again for each of them would publish tens of results, all but the last of which are out of date when they
 * are there. The first file of a burst, which nobody overtakes, waits for nothing.
 */
export async function headsAtRest({ readHeads, wait }: RestPorts): Promise<void> {
  let before = await readHeads();
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await wait(QUIET_MILLISECONDS);
    const after = await readHeads();
    if (sameHeads(before, after)) return;
    before = after;
  }
}

/** Whether no head moved from one look to another, and none came or went. */
export const sameHeads = (before: readonly CentreHead[], after: readonly CentreHead[]): boolean =>
  before.length === after.length &&
  before.every((head) =>
    after.some(({ centre, version }) => centre === head.centre && version === head.version),
  );
