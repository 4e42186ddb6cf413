import { describe, expect, it } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { wrongReportOfLatest } from './oracle/pages.ts';
import { atEveryRequest, drain, finish, finishWithFault, releaseSome } from './world/deliveries.ts';
import { isOfAReport } from './world/plain-report.ts';
import { FAULTS_WITHOUT_ROWS, type Run } from './world/run.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const PATIENTS = 'uploads/rouen/patients.csv';

/** The tables of a new result are published, and its report is asked for; that of the result before stands there. */
async function publishedStudy(): Promise<World> {
  const world = createWorld();
  world.upload(PATIENTS, patients(1, 2, 3));
  await drain(world);
  await publishNext(world, patients(1, 2));
  return world;
}

/** Publishes the tables of another file without their report, while a run may wait where it is. */
async function publishNext(world: World, content: string, held?: Run): Promise<void> {
  world.upload(PATIENTS, content);
  while (world.messages.length + world.requests.length > 0) {
    await (world.messages.length > 0 ? world.deliver() : world.answerRequest());
    await finish(world, held);
  }
}

const wrongWith = async (world: World) => [...(await everythingWrong(world)), ...wrongReportOfLatest(world)];

describe('a report run', () => {
  it.each(FAULTS_WITHOUT_ROWS)(
    'is made good by the next attempt when a request %s, whichever it is',
    async (fault) => {
      await atEveryRequest(async (number) => {
        const world = await publishedStudy();
        const run = await world.answerReportRequest();
        const struck = await finishWithFault(world, run, number, fault);
        await drain(world);
        expect(await wrongWith(world), `${fault}: ${number} ${struck}`).toEqual([]);
        return struck;
      });
    },
  );

  it.each(FAULTS_WITHOUT_ROWS)(
    'over files that were written by hand is made good when a request %s',
    async (fault) => {
      await atEveryRequest(async (number) => {
        const world = await publishedStudy();
        await drain(world);
        for (const key of world.bucket.keys('results/').filter(isOfAReport)) world.tamper(key, 'by hand');
        world.askForReport();
        const struck = await finishWithFault(world, await world.answerReportRequest(), number, fault);
        await drain(world);
        expect(await wrongWith(world), `${fault}: ${number} ${struck}`).toEqual([]);
        return struck;
      });
    },
  );

  it('that another result overtakes, at whichever request, ends with that one’s report', async () => {
    for (let number = 0, ended = false; !ended; number++) {
      const world = await publishedStudy();
      const run = await world.answerReportRequest();
      await releaseSome(world, run, number);
      ended = run.state !== 'live';
      world.upload(PATIENTS, patients(3));
      await drain(world, { holding: run });
      await finish(world);
      // The report of the newer result was asked for and made meanwhile; this one may not take it back.
      expect(await wrongWith(world), `before request ${number}`).toEqual([]);
    }
  });

  it('that another result overtakes whose request is lost shows that one all the same', async () => {
    for (let number = 0, ended = false; !ended; number++) {
      const world = await publishedStudy();
      const run = await world.answerReportRequest();
      await releaseSome(world, run, number);
      ended = run.state !== 'live';
      if (ended) break;
      await publishNext(world, patients(3), run);
      world.reportRequests.length = 0;
      await finish(world);
      expect(wrongReportOfLatest(world), `before request ${number}`).toEqual([]);
    }
  });

  it('may overlap with another over the same result', async () => {
    for (let number = 0, ended = false; !ended; number++) {
      const world = await publishedStudy();
      const run = await world.answerReportRequest();
      await releaseSome(world, run, number);
      ended = run.state !== 'live';
      world.askForReport();
      await drain(world, { holding: run });
      await finish(world);
      expect(await wrongWith(world), `before request ${number}`).toEqual([]);
    }
  });
});

describe('a statistics run', () => {
  it.each(FAULTS_WITHOUT_ROWS)(
    'has the report made after the clock has struck when a request %s, whichever it is',
    async (fault) => {
      await atEveryRequest(async (number) => {
        const world = createWorld();
        world.upload(PATIENTS, patients(1, 2));
        await world.deliver();
        await finish(world);
        const struck = await finishWithFault(world, await world.answerRequest(), number, fault);
        await drain(world);
        world.askForReport();
        await drain(world);
        expect(await wrongWith(world), `${fault}: ${number} ${struck}`).toEqual([]);
        return struck;
      });
    },
  );
});
