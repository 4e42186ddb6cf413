import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { endingOf } from './history-ending.ts';
import { histories } from './world/history.ts';
import { headsIn } from './world/witness.ts';

const HISTORIES = 300;
const HOUR = 3_600_000;

describe('a study with any history', () => {
  // The same ones every time, and all of them however long they take; `npm run test:long` runs new ones.
  it(`ends in the tables of what lies in its bucket, for ${HISTORIES} histories`, {
    timeout: HOUR,
  }, async () => {
    const seen = { histories: 0, inForce: 0, refusals: 0, errors: 0 };
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const { world, wrong } = await endingOf(history);
        expect(wrong).toEqual([]);
        seen.histories += 1;
        if (filesInForce(headsIn(world.table)).length > 0) seen.inForce += 1;
        if (world.logLines.some((line) => line.includes('"refused"'))) seen.refusals += 1;
        if (world.errors.length > 0) seen.errors += 1;
      }),
      { seed: 2022, numRuns: HISTORIES },
    );
    // Histories in which nothing happens would all end well.
    expect(seen.histories).toBe(HISTORIES);
    expect(seen.inForce).toBeGreaterThan(HISTORIES / 2);
    expect(seen.refusals).toBeGreaterThan(HISTORIES / 4);
    expect(seen.errors).toBeGreaterThan(HISTORIES / 8);
  });
});
