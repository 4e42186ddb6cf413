import { describe, expect, it } from 'vitest';
import { grownStudy, interrupted, PATIENTS } from './grown-study.ts';
import { everythingWrong } from './oracle/everything.ts';
import { latestIn, manifestIn } from './oracle/published.ts';
import { atEveryRequest, drain, finish, finishWithFault } from './world/deliveries.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { FAULTS, FAULTS_WITHOUT_ROWS } from './world/run.ts';
import { patients } from './world/study-files.ts';

describe('a statistics run after an upload', () => {
  it.each(FAULTS_WITHOUT_ROWS)(
    'is made good by the next attempt when a request %s, whichever it is',
    async (fault) => {
      await atEveryRequest(async (number) => {
        const world = await grownStudy();
        world.upload(PATIENTS, patients(1));
        await world.deliver();
        await finish(world);
        return interrupted(world, fault, number);
      });
    },
  );
});

describe('a statistics run by the clock', () => {
  it.each(FAULTS)('is made good by the next attempt when a request %s, whichever it is', async (fault) => {
    await atEveryRequest(async (number) => {
      const world = await grownStudy();
      world.upload(PATIENTS, patients(1));
      await world.deliver();
      await finish(world);
      // The request of that ingest is lost, so that it is the clock’s run that publishes.
      world.requests.length = 0;
      world.ask('schedule');
      return interrupted(world, fault, number);
    });
  });
});

describe('a statistics run that waits no longer for a file', () => {
  it.each(FAULTS_WITHOUT_ROWS)(
    'is made good when a request %s, whichever it is, and so is its result once the file is there',
    async (fault) => {
      await atEveryRequest(async (number) => {
        const world = await grownStudy();
        world.redeploy({ examination: RULE_SETS.ruleMore });
        world.ask('schedule');
        await world.answerRequest();
        await finish(world);
        // Nobody takes the hints up; so much is left out that nothing remains.
        const hints = world.messages.splice(0);
        world.wait(61);
        world.ask('upload');
        const struck = await finishWithFault(world, await world.answerRequest(), number, fault);
        while (world.requests.length > 0) {
          await world.answerRequest();
          await finish(world);
        }
        const { pending } = manifestIn(world, latestIn(world)?.id ?? '');
        expect(
          pending.map(({ key }) => key),
          `${fault}: ${number} ${struck}`,
        ).toContain(PATIENTS);
        expect(world.watching.violations).toEqual([]);
        world.messages.push(...hints);
        await drain(world);
        expect(await everythingWrong(world), `${fault}: ${number} ${struck}`).toEqual([]);
        return struck;
      });
    },
  );
});
