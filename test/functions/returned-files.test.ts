import { describe, expect, it } from 'vitest';
import { grownStudy, PATIENTS } from './grown-study.ts';
import { everythingWrong } from './oracle/everything.ts';
import { drain, finish, night, releaseSome } from './world/deliveries.ts';

describe('a statistics run by the clock', () => {
  it('lets a file come back at any request without losing its rows', async () => {
    for (let number = 0, ended = false; !ended; number++) {
      const world = await grownStudy();
      world.ask('schedule');
      const run = await world.answerRequest();
      await releaseSome(world, run, number);
      ended = run.state !== 'live';
      // The very version whose rows are about to be swept is the current one again.
      world.undo(PATIENTS);
      await drain(world, { holding: run });
      await finish(world);
      await drain(world);
      await night(world);
      expect(await everythingWrong(world), `before request ${number}`).toEqual([]);
    }
  });

  it('may overlap with another, and a file come back meanwhile', async () => {
    for (let number = 0, ended = false; !ended; number++) {
      const world = await grownStudy();
      world.ask('schedule');
      const run = await world.answerRequest();
      await releaseSome(world, run, number);
      ended = run.state !== 'live';
      world.ask('schedule');
      await drain(world, { holding: run });
      world.undo(PATIENTS);
      await drain(world, { holding: run });
      await finish(world);
      world.wait(61);
      await night(world);
      expect(await everythingWrong(world), `before request ${number}`).toEqual([]);
    }
  });
});
