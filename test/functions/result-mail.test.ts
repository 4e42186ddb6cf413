import { describe, expect, it } from 'vitest';
import { MAIL_NOT_SENT } from '#functions/log.ts';
import { latestIn } from './oracle/published.ts';
import { atEveryRequest, drain, finish, finishWithFault, releaseUntil } from './world/deliveries.ts';
import { RESULTS_TOPIC } from './world/names.ts';
import { FAULTS_WITHOUT_ROWS } from './world/run.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const HOURS = 60;
const toldOf = ({ mails }: World) =>
  mails.filter(({ topic }) => topic === RESULTS_TOPIC).map(({ text }) => text);

/** A result that is new, and all that follows it. */
async function newResult(world: World, ...numbers: readonly number[]): Promise<string> {
  world.upload('uploads/rouen/patients.csv', patients(...numbers));
  await drain(world);
  return latestIn(world)?.id ?? '';
}

async function nextHour(world: World, hours = 1): Promise<void> {
  world.wait(hours * HOURS);
  world.askForReport();
  await drain(world);
}

describe('a new result', () => {
  it('is told once, after its page', async () => {
    const world = createWorld();
    const first = await newResult(world, 1);
    await nextHour(world);
    await nextHour(world, 24);
    expect(toldOf(world)).toEqual([`${first} after none`]);
  });

  it('is told tomorrow where another one was told today, with what moved since that', async () => {
    const world = createWorld();
    const first = await newResult(world, 1);
    await newResult(world, 1, 2);
    const third = await newResult(world, 1, 2, 3);
    await nextHour(world);
    expect(toldOf(world)).toEqual([`${first} after none`]);
    // It is eight in the morning: sixteen hours later is another day.
    await nextHour(world, 16);
    await nextHour(world, 1);
    expect(toldOf(world)).toEqual([`${first} after none`, `${third} after ${first}`]);
  });

  it('is told without a comparison where the one before is no longer there', async () => {
    const world = createWorld();
    const first = await newResult(world, 1);
    world.bucket.remove(`results/${first}/manifest.json`);
    world.wait(24 * HOURS);
    const second = await newResult(world, 1, 2);
    expect(toldOf(world)).toEqual([`${first} after none`, `${second} after gone`]);
  });

  it('has its page, and a line in the log, where it could not be told; the next hour tells it', async () => {
    const world = createWorld();
    world.upload('uploads/rouen/patients.csv', patients(1));
    await world.deliver();
    await finish(world);
    await world.answerRequest();
    await finish(world);
    const run = await world.answerReportRequest();
    await world.release(await releaseUntil(world, run, 'Publish'), 'fails before');
    await finish(world);
    expect(run.state).toBe('ended');
    expect(world.bucket.current('results/latest.html')).toBeDefined();
    expect(world.logLines.filter((line) => line.includes(MAIL_NOT_SENT))).toHaveLength(1);
    await nextHour(world);
    expect(toldOf(world)).toHaveLength(1);
  });

  it.each(FAULTS_WITHOUT_ROWS)(
    'is not lost when any request %s, and is told twice only then',
    async (fault) => {
      await atEveryRequest(async (number) => {
        const world = createWorld();
        const first = await newResult(world, 1);
        world.wait(24 * HOURS);
        world.upload('uploads/rouen/patients.csv', patients(1, 2));
        while (world.reportRequests.length === 0) {
          await (world.messages.length > 0 ? world.deliver() : world.answerRequest());
          await finish(world);
        }
        const run = await world.answerReportRequest();
        const struck = await finishWithFault(world, run, number, fault);
        await drain(world);
        await nextHour(world);
        const mails = toldOf(world).slice(1);
        const said = `${fault}: ${number} ${struck}`;
        expect(new Set(mails), said).toEqual(new Set([`${latestIn(world)?.id} after ${first}`]));
        const isStruck = (request: string) => struck?.startsWith(request) === true;
        const isAfterTheMail =
          isStruck('PutItemCommand TOLD') || (isStruck('Publish') && !fault.endsWith('before'));
        expect(mails.length, said).toBeLessThanOrEqual(isAfterTheMail ? 2 : 1);
        return struck;
      });
    },
  );
});
