import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import { hintedKeys } from '#shared/storage/upload-hint.ts';
import { everythingWrong } from './oracle/everything.ts';
import { drain, finish, night } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const comparedSchema = z.object({ event: z.literal('compared'), unsettled: z.number() });

/** What the clock's run hints at, and how many files it found unsettled. */
async function hintedAtNight(world: World): Promise<{ keys: readonly string[]; unsettled: number }> {
  await drain(world);
  const logged = world.logLines.length;
  world.ask('schedule');
  await world.answerRequest();
  await finish(world);
  const lines = world.logLines.slice(logged).map((line) => comparedSchema.safeParse(JSON.parse(line)));
  const [compared] = lines.flatMap(({ data }) => data ?? []);
  return { keys: world.messages.flatMap(hintedKeys).toSorted(), unsettled: compared?.unsettled ?? -1 };
}

describe('the clock’s comparison of the bucket with the heads', () => {
  it('finds nothing unsettled where every event arrived, and has each report compared', async () => {
    const world = createWorld();
    world.upload('uploads/rouen/patients.csv', patients(1));
    world.upload('uploads/rouen/more.csv', patients(1, 2));
    expect(await hintedAtNight(world)).toEqual({
      keys: ['uploads/rouen/more.csv', 'uploads/rouen/patients.csv'],
      unsettled: 0,
    });
  });

  it('hints once at each file, and finds whose events were lost, over pages of versions', async () => {
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
    expect(await hintedAtNight(world)).toEqual({
      keys: [
        'uploads/lille/février 1+.csv',
        'uploads/rouen/a.csv',
        'uploads/rouen/b.csv',
        'uploads/rouen/c.csv',
        'uploads/rouen/d.csv',
      ],
      unsettled: 4,
    });
    await drain(world);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('hints at files in the folder of no centre, and not at folders', async () => {
    const world = createWorld();
    world.upload('uploads/rouen/', '', 'lost');
    world.upload('uploads/stray.csv', patients(1), 'lost');
    expect(await hintedAtNight(world)).toEqual({ keys: ['uploads/stray.csv'], unsettled: 1 });
    await drain(world);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('has a report written again that tells of a verdict which a restored table forgot', async () => {
    const world = createWorld();
    world.upload('uploads/rouen/patients.csv', patients(1));
    await drain(world);
    const copy = world.table.copy();
    world.upload('uploads/rouen/patients.csv', patients(1, 2));
    await drain(world);
    world.undo('uploads/rouen/patients.csv', 'lost');
    world.restoreTable(copy);
    await night(world);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('has a report written again that somebody deleted', async () => {
    const world = createWorld();
    world.upload('uploads/rouen/patients.csv', patients(1));
    await drain(world);
    for (const key of Object.values(reportKeys('uploads/rouen/patients.csv'))) world.bucket.remove(key);
    await night(world);
    expect(await everythingWrong(world)).toEqual([]);
  });
});
