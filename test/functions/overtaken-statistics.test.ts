import { describe, expect, it } from 'vitest';
import { LATEST_RESULT } from '#shared/storage/bucket-keys.ts';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { rowItemKey } from '#shared/storage/item-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { drain, finish, releaseSome, releaseUntil } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { headsIn } from './world/witness.ts';
import { createWorld, type World } from './world/world.ts';

const ROUEN = 'uploads/rouen/patients.csv';
const LILLE = 'uploads/lille/patients.csv';

/** Brings in what was uploaded; the requests for statistics wait, as Lambda lets them while a run is under way. */
async function ingestAll(world: World): Promise<void> {
  while (world.messages.length > 0) {
    const run = await world.deliver();
    while (run.state === 'live') for (const call of run.calls) await world.release(call);
  }
}

describe('a statistics run', () => {
  it.each<[string, (world: World) => void]>([
    ['a new version', (world) => world.upload(ROUEN, patients(3))],
    ['a deletion', (world) => world.remove(ROUEN)],
    ['the first file of a centre', (world) => world.upload(LILLE, patients(1))],
  ])('takes in %s that came while it computed, without being asked again', async (_, meanwhile) => {
    const world = createWorld();
    world.upload(ROUEN, patients(1, 2));
    await ingestAll(world);
    const run = await world.answerRequest();
    await releaseUntil(world, run, `PutObjectCommand ${LATEST_RESULT}`);
    meanwhile(world);
    await ingestAll(world);
    await finish(world);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('computes once more for all files of a burst, and not once for each', async () => {
    const world = createWorld();
    world.upload(ROUEN, patients(1, 2));
    await ingestAll(world);
    const run = await world.answerRequest();
    await releaseUntil(world, run, `PutObjectCommand ${LATEST_RESULT}`);
    for (const number of [3, 4, 5, 6]) {
      world.upload(`uploads/rouen/more-${number}.csv`, patients(number));
      await ingestAll(world);
      await world.release(await releaseUntil(world, run, 'pause'));
    }
    await finish(world);
    expect(world.logLines.filter((line) => line.includes('"result-computed"'))).toHaveLength(2);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('tells apart the heads of centres that changed as often', async () => {
    const world = createWorld();
    world.upload(ROUEN, patients(1, 2));
    world.upload(LILLE, patients(1, 2));
    await ingestAll(world);
    const run = await world.answerRequest();
    await releaseUntil(world, run, `PutObjectCommand ${LATEST_RESULT}`);
    world.upload(ROUEN, patients(3));
    await ingestAll(world);
    await finish(world);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('has the file of an item that is no row of its table read again, without a word of what it holds', async () => {
    const world = createWorld();
    world.upload(ROUEN, patients(1));
    await ingestAll(world);
    for (const file of filesInForce(headsIn(world.table)))
      world.table.put({ ...rowItemKey(file, 'ZZ-secret-1'), sex: 'quux' });
    const run = await world.answerRequest();
    await finish(world);
    expect(run.error).toBeUndefined();
    await ingestAll(world);
    await world.answerRequest();
    await finish(world);
    expect(world.logLines.join()).not.toMatch(/ZZ-secret-1|quux/);
    expect(world.bucket.current(LATEST_RESULT)).toBeDefined();
  });

  it.each([
    ['all', 3],
    ['most', 30],
  ])('begins again where %s of the rows that it was to read are swept', async (_, rows) => {
    const world = createWorld();
    world.upload(ROUEN, patients(...Array.from({ length: rows }, (_each, row) => row + 1)));
    await drain(world);
    world.wait(61);
    world.upload(LILLE, patients(1));
    await ingestAll(world);
    const run = await world.answerRequest();
    await releaseUntil(world, run, 'QueryCommand ROWS#');
    // The ingest of another version dies before it says since when the rows are no longer used: they may be swept at once.
    world.upload(ROUEN, patients(1000));
    const ingest = await world.deliver();
    await world.release(await releaseUntil(world, ingest, 'UpdateItemCommand STAGED'), 'dies before');
    // SQS hides its message for a while.
    const hidden = world.messages.splice(0);
    world.ask('schedule');
    const sweep = await world.answerRequest();
    // DynamoDB deletes 25 rows at once.
    await world.release(await releaseUntil(world, sweep, 'BatchWrite'));
    while (run.state === 'live') await releaseSome(world, run, 1);
    await finish(world);
    expect(run.state).toBe('ended');
    world.messages.push(...hidden);
    await drain(world);
    expect(await everythingWrong(world)).toEqual([]);
  });
});
