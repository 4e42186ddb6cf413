import { describe, expect, it } from 'vitest';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { everythingWrong } from './oracle/everything.ts';
import { drain, finish, releaseUntil } from './world/deliveries.ts';
import { patients, patientsOfWrongSex } from './world/study-files.ts';
import { headsIn } from './world/witness.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const OTHER = 'uploads/rouen/others.csv';

const inForce = ({ table }: World) =>
  filesInForce(headsIn(table)).map(({ key, versionId }) => [key, versionId]);

describe('a version that is deleted for good', () => {
  it.each(['before its file is recorded', 'afterwards'])(
    'counts no more, though a newer one is refused: %s',
    async (moment) => {
      const world = createWorld();
      // Within one second, so that the file stays as old as it was.
      const { versionId } = world.upload(KEY, patients(1), 'lost');
      world.upload(KEY, '');
      if (moment === 'afterwards') await drain(world);
      else {
        const run = await world.deliver();
        await releaseUntil(world, run, 'PutItemCommand STUDY');
      }
      world.erase(KEY, versionId);
      await finish(world);
      await drain(world);
      expect(inForce(world)).toEqual([]);
      expect(await everythingWrong(world)).toEqual([]);
    },
  );

  it('does not make a file unknown to the latest result, where the table has lost it', async () => {
    const world = createWorld();
    const { versionId } = world.upload(KEY, patients(1));
    await drain(world);
    world.wait(1);
    const newer = world.upload(KEY, patients(1, 2), 'lost');
    world.erase(KEY, versionId, 'lost');
    world.loseItems(() => true);
    world.wait(1);
    world.upload(OTHER, patients(2));
    await drain(world);
    expect(inForce(world)).toEqual([[KEY, newer.versionId]]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('brings back the version before it where it is a deletion, though the one after it is refused', async () => {
    const world = createWorld();
    const { versionId } = world.upload(KEY, patients(1));
    world.wait(1);
    world.remove(KEY);
    world.wait(1);
    world.upload(KEY, patientsOfWrongSex(1));
    await drain(world);
    expect(inForce(world)).toEqual([]);
    const [, deletion] = world.bucket.versions(KEY);
    world.erase(KEY, deletion?.versionId ?? '');
    await drain(world);
    expect(inForce(world)).toEqual([[KEY, versionId]]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('counts no more where that was undone while an ingest brought it in', async () => {
    const world = createWorld();
    const { versionId } = world.upload(KEY, patients(1));
    world.wait(1);
    world.remove(KEY);
    world.wait(1);
    world.upload(KEY, patientsOfWrongSex(1));
    await drain(world);
    const [, deletion] = world.bucket.versions(KEY);
    world.erase(KEY, deletion?.versionId ?? '');
    const run = await world.deliver();
    await releaseUntil(world, run, 'PutItemCommand STUDY');
    world.erase(KEY, versionId);
    // This one finds the bucket as it was, and the record of that.
    await world.deliver();
    await finish(world, run);
    await finish(world);
    expect(inForce(world)).toEqual([]);
    await drain(world);
    expect(await everythingWrong(world)).toEqual([]);
  });
});
