import { describe, expect, it } from 'vitest';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { drain, finish, releaseUntil } from './world/deliveries.ts';
import { pairs, patients, patientsOfWrongSex } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';

describe('where something else is brought in meanwhile, an ingest begins again that was about to', () => {
  it.each<[string, (world: World) => void]>([
    ['accept', (world) => world.upload(KEY, patients(1, 2, 3))],
    ['refuse', (world) => world.upload(KEY, patientsOfWrongSex(1))],
    ['withdraw', (world) => world.remove(KEY)],
  ])('%s its file', async (_, event) => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await drain(world);
    event(world);
    const run = await world.deliver();
    await releaseUntil(world, run, 'PutItemCommand STUDY');
    world.upload('uploads/rouen/pairs.csv', pairs(100, 1, 2));
    await drain(world, { holding: run });
    await finish(world);
    await drain(world);
    expect(run.state).toBe('ended');
    expect(await everythingWrong(world)).toEqual([]);
  });

  it.each(['PutItemCommand STUDY', 'PutItemCommand STAGED', 'UpdateItemCommand STAGED'])(
    'but not where DynamoDB fails at %s',
    async (name) => {
      const world = createWorld();
      world.upload(KEY, patients(1, 2));
      await drain(world);
      world.upload(KEY, patients(3));
      const run = await world.deliver();
      await world.release(await releaseUntil(world, run, name), 'fails before');
      await finish(world);
      expect(run.error?.name).toBe('ServiceUnavailable');
    },
  );

  it.each(Object.entries(reportKeys(KEY)))('write the %s of its report', async (_, part) => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    const run = await world.deliver();
    await releaseUntil(world, run, `PutObjectCommand ${part}`);
    world.upload(KEY, patients(3));
    await drain(world, { holding: run });
    await finish(world);
    await drain(world);
    expect(run.state).toBe('ended');
    expect(await everythingWrong(world)).toEqual([]);
  });
});
