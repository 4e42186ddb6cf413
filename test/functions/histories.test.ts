import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { leftUnswept } from './oracle/in-force.ts';
import { drain, finish, night } from './world/deliveries.ts';
import { type History, histories, worldOf } from './world/history.ts';
import { PRIVATE } from './world/study-files.ts';
import type { World } from './world/world.ts';

const SECONDS = 1000;
const { FAST_CHECK_RUNS } = process.env;
/** The same hundreds in a few seconds every time, or as many new ones as are asked for, however long they take. */
const runs =
  FAST_CHECK_RUNS === undefined
    ? { seed: 2022, numRuns: 300, interruptAfterTimeLimit: 8 * SECONDS }
    : { numRuns: Number(FAST_CHECK_RUNS) };

/** What the world logged or threw that holds a word which must not leave it. */
const leaked = ({ logLines, errors }: World): readonly string[] =>
  [...logLines, ...errors.map((error) => `${error.message} ${error.stack}`)].filter((line) =>
    PRIVATE.some((word) => line.includes(word)),
  );

async function endsWell(history: History): Promise<void> {
  const world = await worldOf(history);
  await finish(world);
  world.wait(1);
  await drain(world);
  // Where every event arrived in the end, nothing waits for the clock to repair it.
  if (!world.needsTheClock() && world.messages.length === 0 && history.actions.length > 0) {
    expect(await everythingWrong(world), 'before the night').toEqual([]);
  }
  world.wait(61);
  await night(world);
  expect(await everythingWrong(world), 'after the night').toEqual([]);
  world.wait(61);
  await night(world);
  expect(await everythingWrong(world), 'after another night').toEqual([]);
  expect(leftUnswept(world)).toEqual([]);
  expect(world.messages).toEqual([]);
  expect(leaked(world)).toEqual([]);
}

describe('a study with any history', () => {
  it('ends in the tables of what lies in its bucket', { timeout: 24 * 3600 * SECONDS }, async () => {
    await fc.assert(fc.asyncProperty(histories, endsWell), runs);
  });
});
