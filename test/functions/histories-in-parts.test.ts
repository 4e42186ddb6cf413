import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type * as RowParts from '#shared/storage/row-parts.ts';
import { endingOf } from './history-ending.ts';
import { histories } from './world/history.ts';

/** So the small files of histories have their rows in several partitions, as only large files have. */
vi.mock('#shared/storage/row-parts.ts', async (original) => ({
  ...(await original<typeof RowParts>()),
  MOST_ROWS_IN_ONE_PARTITION: 1,
}));

const HISTORIES = 100;
const HOUR = 3_600_000;

it(`a study whose files are large ends in the tables of what lies in its bucket, for ${HISTORIES} histories`, {
  timeout: HOUR,
}, async () => {
  let inParts = 0;
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const { world, wrong } = await endingOf(history);
      expect(wrong).toEqual([]);
      if (world.table.partitionNames().some((name) => /^ROWS#.*#[0-9a-f]{16}#[1-9a-f]$/.test(name)))
        inParts += 1;
    }),
    { seed: 2026, numRuns: HISTORIES },
  );
  expect(inParts).toBeGreaterThan(HISTORIES / 2);
});
