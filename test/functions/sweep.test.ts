import { describe, expect, it } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { leftUnswept } from './oracle/rows.ts';
import { drain, finish, finishWithFault, night, releaseUntil } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const generations = ({ table }: World) => table.partitionNames().filter((name) => name.startsWith('ROWS#'));

async function nightAfter(world: World, minutes: number): Promise<void> {
  world.wait(minutes);
  await night(world);
}

/** A file of which one version was replaced an hour ago, and the night that will sweep it, just asked for. */
async function worldToSweep(): Promise<World> {
  const world = createWorld();
  world.upload(KEY, patients(1, 2, 3));
  await drain(world);
  world.upload(KEY, patients(4));
  await drain(world);
  world.wait(61);
  world.ask('schedule');
  return world;
}

describe('the sweep', () => {
  it('leaves a replaced file’s rows for an hour and then deletes them', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2, 3));
    await drain(world);
    await nightAfter(world, 24 * 60);
    world.upload(KEY, patients(1));
    await drain(world);
    await nightAfter(world, 59);
    expect(generations(world)).toHaveLength(2);
    await nightAfter(world, 2);
    expect(generations(world)).toHaveLength(1);
    expect(leftUnswept(world)).toEqual([]);
  });

  it('leaves a withdrawn file’s rows for an hour and then deletes them', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2, 3));
    await drain(world);
    await nightAfter(world, 24 * 60);
    world.remove(KEY);
    await drain(world);
    await nightAfter(world, 59);
    expect(generations(world)).toHaveLength(1);
    await nightAfter(world, 2);
    expect(generations(world)).toEqual([]);
    expect(leftUnswept(world)).toEqual([]);
  });

  it('never touches rows in force, however old', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2, 3));
    await drain(world);
    const before = world.table.changes();
    await nightAfter(world, 365 * 24 * 60);
    // Nothing but the note of what was verified.
    expect(world.table.changes()).toBe(before + 1);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('finds what an ingest left that died among its rows and whose file is gone', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2, 3));
    await finishWithFault(world, await world.deliver(), 0, 'dies half way');
    expect(generations(world)).toHaveLength(1);
    world.remove(KEY);
    await drain(world);
    await nightAfter(world, 61);
    expect(generations(world)).toEqual([]);
    expect(leftUnswept(world)).toEqual([]);
  });

  it('that died keeps an ingest of the same version out for an hour, and no longer', async () => {
    const world = await worldToSweep();
    await finishWithFault(world, await world.answerRequest(), 0, 'dies half way');
    world.requests.length = 0;
    world.undo(KEY);
    await drain(world);
    expect(world.errors.at(-1)?.message).toContain('being swept');
    world.wait(61);
    await drain(world);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('that tells DynamoDB twice to forget a generation does not forget its new one', async () => {
    const world = await worldToSweep();
    const run = await world.answerRequest();
    await world.release(await releaseUntil(world, run, 'Delete'), 'sent twice');
    world.undo(KEY);
    await drain(world, { holding: run });
    await finish(world);
    await nightAfter(world, 61);
    expect(leftUnswept(world)).toEqual([]);
  });
});
