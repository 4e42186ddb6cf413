import { describe, expect, it } from 'vitest';
import { grownStudy, interrupted, PATIENTS } from './grown-study.ts';
import { leftUnswept } from './oracle/rows.ts';
import { atEveryRequest, night } from './world/deliveries.ts';
import { FAULTS } from './world/run.ts';
import { patients } from './world/study-files.ts';

describe('a statistics run by the clock', () => {
  // It publishes nothing, so nothing of it is raced.
  const withoutRaces = FAULTS.filter((fault) => fault !== 'raced');
  it.each(withoutRaces)('that finds lost events is made good when a request %s', async (fault) => {
    await atEveryRequest(async (number) => {
      const world = await grownStudy();
      world.upload(PATIENTS, patients(1, 4), 'lost');
      world.upload('uploads/lille/new.csv', patients(1), 'lost');
      world.remove('uploads/rouen/pairs.csv', 'lost');
      world.ask('schedule');
      const struck = await interrupted(world, fault, number);
      world.wait(61);
      await night(world);
      world.wait(61);
      await night(world);
      expect(leftUnswept(world), `${fault}: ${number} ${struck}`).toEqual([]);
      return struck;
    });
  });
});
