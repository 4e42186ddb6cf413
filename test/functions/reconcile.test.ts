import { describe, expect, it } from 'vitest';
import { hintedKeys } from '#shared/storage/upload-hint.ts';
import { everythingWrong } from './oracle/everything.ts';
import { drain, finish } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

/** What the clock's run hints at. */
async function hintedAtNight(world: World): Promise<readonly string[]> {
  await drain(world);
  world.ask('schedule');
  await world.answerRequest();
  await finish(world);
  return world.messages.flatMap(hintedKeys);
}

describe('the clock’s comparison of the bucket with the heads', () => {
  it('hints at nothing where every event arrived', async () => {
    const world = createWorld();
    world.upload('uploads/rouen/patients.csv', patients(1));
    world.upload('uploads/rouen/more.csv', patients(1, 2));
    expect(await hintedAtNight(world)).toEqual([]);
  });

  it('hints at uploads and deletions whose events were lost, over pages of versions', async () => {
    const world = createWorld();
    for (const name of ['a', 'b', 'c', 'd']) {
      world.upload(`uploads/rouen/${name}.csv`, patients(1));
      world.upload(`uploads/rouen/${name}.csv`, patients(name.charCodeAt(0)));
    }
    await drain(world);
    world.upload('uploads/rouen/a.csv', patients(7), 'lost');
    world.remove('uploads/rouen/b.csv', 'lost');
    world.undo('uploads/rouen/c.csv', 'lost');
    world.upload('uploads/lille/février 1+.csv', patients(1), 'lost');
    expect((await hintedAtNight(world)).toSorted()).toEqual([
      'uploads/lille/février 1+.csv',
      'uploads/rouen/a.csv',
      'uploads/rouen/b.csv',
      'uploads/rouen/c.csv',
    ]);
    await drain(world);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('hints at files in the folder of no centre, and not at folders', async () => {
    const world = createWorld();
    world.upload('uploads/rouen/', '', 'lost');
    world.upload('uploads/stray.csv', patients(1), 'lost');
    expect(await hintedAtNight(world)).toEqual(['uploads/stray.csv']);
    await drain(world);
    expect(await everythingWrong(world)).toEqual([]);
  });
});
