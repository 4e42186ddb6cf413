import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import * as rowParts from '#shared/storage/row-parts.ts';

const ROW_PARTS = '#shared/storage/row-parts.ts';

/** So the small files of histories have their rows in several partitions, as only large files have. */
vi.doMock(ROW_PARTS, () => ({ ...rowParts, MOST_ROWS_IN_ONE_PARTITION: 1 }));
// The files of a worker share their modules: those that know the constant already are loaded anew here, and once more after it.
vi.resetModules();
const { endingOf } = await import('./history-ending.ts');
const { histories } = await import('./world/history.ts');
afterAll(() => {
  vi.doUnmock(ROW_PARTS);
  vi.resetModules();
});

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
