import { describe, expect, it } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { latestIn, manifestIn } from './oracle/published.ts';
import { leftUnswept } from './oracle/rows.ts';
import { atEveryRequest, drain, finish, finishWithFault, night, releaseSome } from './world/deliveries.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { FAULTS, FAULTS_WITHOUT_ROWS } from './world/run.ts';
import { lesions, pairs, patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const PATIENTS = 'uploads/rouen/patients.csv';

/** A study whose files came, were replaced, withdrawn and refused; its old generations may be swept by now. */
async function grownStudy(): Promise<World> {
  const world = createWorld();
  world.upload(PATIENTS, patients(1, 2, 3));
  world.upload('uploads/lille/lesions.csv', lesions(1, 1, 2, 3, 4));
  await drain(world);
  world.upload(PATIENTS, patients(1, 2));
  world.upload('uploads/rouen/others.csv', patients(2, 3));
  world.upload('uploads/rouen/pairs.csv', pairs(100, 1, 2));
  world.remove('uploads/lille/lesions.csv');
  await drain(world);
  world.wait(61);
  return world;
}

async function interrupted(world: World, name: string, number: number): Promise<string | undefined> {
  const fault = FAULTS.find((known) => known === name);
  if (fault === undefined) throw new Error(`there is no fault ${name}`);
  const struck = await finishWithFault(world, await world.answerRequest(), number, fault);
  await drain(world);
  expect(await everythingWrong(world), `${fault}: ${number} ${struck}`).toEqual([]);
  return struck;
}

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
