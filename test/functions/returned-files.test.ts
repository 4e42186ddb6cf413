import { describe, expect, it } from 'vitest';
import { grownStudy, PATIENTS } from './grown-study.ts';
import { everythingWrong } from './oracle/everything.ts';
import { drain, finish, night, releaseSome } from './world/deliveries.ts';
import type { Run } from './world/run.ts';
import type { World } from './world/world.ts';

/** Something happens before the first request of a run by the clock, then before its second, and so on to its end. */
async function beforeEachRequest(happens: (world: World, run: Run) => Promise<void>): Promise<void> {
  for (let number = 0, ended = false; !ended; number++) {
    const world = await grownStudy();
    world.ask('schedule');
    const run = await world.answerRequest();
    await releaseSome(world, run, number);
    ended = run.state !== 'live';
    await happens(world, run);
    await night(world);
    expect(await everythingWrong(world), `before request ${number}`).toEqual([]);
  }
}

describe('a statistics run by the clock', () => {
  it('lets a file come back at any request without losing its rows', () =>
    beforeEachRequest(async (world, run) => {
      // The very version whose rows are about to be swept is the current one again.
      world.undo(PATIENTS);
      await drain(world, { holding: run });
      await finish(world);
      await drain(world);
    }));

  it('may overlap with another, and a file come back meanwhile', () =>
    beforeEachRequest(async (world, run) => {
      world.ask('schedule');
      await drain(world, { holding: run });
      world.undo(PATIENTS);
      await drain(world, { holding: run });
      await finish(world);
      world.wait(61);
    }));
});
