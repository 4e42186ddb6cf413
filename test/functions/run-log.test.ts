import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { drain, night } from './world/deliveries.ts';
import { patients, patientsOfWrongSex } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const OTHER = 'uploads/rouen/others.csv';

/** Its page, one figure, one table for a spreadsheet; and the page once more for everybody. */
const REPORT = [
  { event: 'report-rendered', files: 3 },
  { event: 'report-up-to-date', written: 4 },
];

/** A line without what is another each time, the id and the time of a result, and what CloudWatch draws of its age. */
const lineSchema = z
  .looseObject({ event: z.string() })
  .transform(
    ({ id: _id, milliseconds: _milliseconds, ResultAgeMilliseconds: _age, _aws: _metrics, ...fields }) =>
      fields,
  );

/** What the runs logged meanwhile. */
async function loggedDuring(world: World, happening: () => Promise<void>): Promise<readonly unknown[]> {
  const before = world.logLines.length;
  await happening();
  return world.logLines.slice(before).map((line) => lineSchema.parse(JSON.parse(line)));
}

describe('the log', () => {
  it('tells what became of each file, and of each run', async () => {
    const world = createWorld();
    const logged = await loggedDuring(world, async () => {
      world.upload(KEY, patients(1, 2));
      await drain(world);
      world.wait(1);
      world.upload(OTHER, patients(2, 3));
      await drain(world);
      world.upload(KEY, patientsOfWrongSex(1));
      await drain(world);
      world.remove(KEY);
      await drain(world);
    });
    expect(logged).toEqual([
      { event: 'accepted', key: KEY, rows: 2, problems: 0 },
      { event: 'result-computed', files: 1, rows: 2 },
      ...REPORT,
      { event: 'refused', key: OTHER, rows: null, problems: 1 },
      { event: 'result-unchanged' },
      { event: 'refused', key: KEY, rows: null, problems: 1 },
      { event: 'result-unchanged' },
      { event: 'withdrawn', key: KEY },
      // Nothing is published before the file that this one was in the way of was looked at again.
      { event: 'waiting', files: 1 },
      { event: 'accepted', key: OTHER, rows: 2, problems: 0 },
      { event: 'result-computed', files: 1, rows: 2 },
      { event: 'result-unchanged' },
      ...REPORT,
    ]);
  });

  it('tells what the clock’s run found', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    world.upload(OTHER, patients(3));
    await drain(world);
    world.upload(KEY, patients(1));
    await drain(world);
    world.wait(61);
    world.remove(OTHER, 'lost');
    world.upload('uploads/lille/patients.csv', patients(1), 'lost');
    const logged = await loggedDuring(world, async () => {
      world.ask('schedule');
      await world.answerRequest();
      for (let [next] = world.calls(); next !== undefined; [next] = world.calls()) await world.release(next);
    });
    expect(logged).toEqual([
      { event: 'compared', uploads: 2, unsettled: 2 },
      // The other one was sent this minute: its event may be on its way.
      { event: 'events-lost', files: 1 },
      { event: 'waiting', files: 2 },
      { event: 'swept', generations: 1 },
      { event: 'results-cleared', results: 0, files: 0 },
    ]);
    expect(await loggedDuring(world, () => night(world))).toContainEqual({ event: 'swept', generations: 0 });
  });

  it('says of a key outside the uploads, or of a folder, only that it is no upload', async () => {
    const world = createWorld();
    const logged = await loggedDuring(world, async () => {
      for (const key of ['reports/rouen/patients.csv', 'uploads/rouen/']) world.tell(key);
      await drain(world);
    });
    expect(logged).toEqual([{ event: 'not-an-upload' }, { event: 'not-an-upload' }]);
    expect({ objects: world.bucket.changes(), items: world.table.changes() }).toEqual({
      objects: 0,
      items: 0,
    });
  });
});
