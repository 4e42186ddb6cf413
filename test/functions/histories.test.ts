import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CentreHead, filesInForce } from '#shared/storage/centre-head.ts';
import { endingOf } from './history-ending.ts';
import { histories } from './world/history.ts';
import { headsIn } from './world/witness.ts';

const HISTORIES = 300;
const HOUR = 3_600_000;

/** Whether a version counts under a newer one that is refused. */
const fallsBack = ({ files }: CentreHead): boolean =>
  Object.values(files).some(({ state, inForce }) => state === 'refused' && inForce !== null);

describe('a study with any history', () => {
  // The same ones every time, and all of them however long they take; `npm run test:long` runs new ones.
  it(`ends in the tables of what lies in its bucket, for ${HISTORIES} histories`, {
    timeout: HOUR,
  }, async () => {
    const seen = { histories: 0, inForce: 0, refusals: 0, errors: 0, displaced: 0, waiting: 0, fallbacks: 0 };
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const { world, wrong } = await endingOf(history);
        expect(wrong).toEqual([]);
        const logged = (event: string) => world.logLines.some((line) => line.includes(`"${event}"`));
        const heads = headsIn(world.table);
        seen.histories += 1;
        if (filesInForce(heads).length > 0) seen.inForce += 1;
        if (logged('refused')) seen.refusals += 1;
        if (logged('displaced')) seen.displaced += 1;
        if (logged('waiting')) seen.waiting += 1;
        if (heads.some(fallsBack)) seen.fallbacks += 1;
        if (world.errors.length > 0) seen.errors += 1;
      }),
      { seed: 2022, numRuns: HISTORIES },
    );
    // Histories in which nothing happens would all end well.
    expect(seen.histories).toBe(HISTORIES);
    expect(seen.inForce).toBeGreaterThan(HISTORIES / 2);
    expect(seen.refusals).toBeGreaterThan(HISTORIES / 4);
    expect(seen.errors).toBeGreaterThan(HISTORIES / 4);
    expect(seen.waiting).toBeGreaterThan(HISTORIES / 4);
    expect(seen.fallbacks).toBeGreaterThan(HISTORIES / 20);
    expect(seen.displaced).toBeGreaterThan(HISTORIES / 30);
  });
});
