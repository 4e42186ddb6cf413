import { expect, it } from 'vitest';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { LATEST_RESULT, MANIFEST_FILE, RESULTS, resultFolder } from '#shared/storage/bucket-keys.ts';
import { latestIn } from './oracle/published.ts';
import { drain, night } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { textAt } from './world/text-at.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const DAY = 24 * 60;

/** A file that is corrected so often on one day, a result each time; their ids. */
async function busyDay(world: World, results: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let correction = 1; correction <= results; correction++) {
    world.upload(KEY, patients(...Array(correction).keys()));
    await drain(world);
    ids.push(latestIn(world)?.id ?? '');
    world.wait(10);
  }
  return ids;
}

const filesOf = ({ bucket }: World, id = '') => bucket.keys(resultFolder(id)).length;

it('of the results of a busy day the last, the latest and the frozen ones stay whole after a week, of the others the manifest', async () => {
  const world = createWorld();
  const [first, second, third, last] = await busyDay(world, 4);
  const frozen = { name: 'thesis', id: second, at: '', by: 'A. Martin', why: 'chapter 3' };
  world.bucket.put(`${RESULTS}frozen/thesis.json`, new TextEncoder().encode(JSON.stringify(frozen)));
  const whole = filesOf(world, first);
  expect(whole).toBeGreaterThan(1);
  world.wait(6 * DAY);
  await night(world);
  expect(filesOf(world, first)).toBe(whole);
  world.wait(2 * DAY);
  await night(world);
  expect([first, second, third, last].map((id) => filesOf(world, id))).toEqual([1, whole, 1, whole]);
  expect(world.bucket.current(resultFolder(first ?? '') + MANIFEST_FILE)).toBeDefined();
  expect(world.bucket.current(LATEST_RESULT)).toBeDefined();
  expect(world.errors).toEqual([]);
});

it('a result that was cleared is whole again where its files count again', async () => {
  const world = createWorld();
  const [first = ''] = await busyDay(world, 2);
  const tables = () => textAt(world, `${resultFolder(first)}${TABLES_FILE}`);
  const before = tables();
  world.wait(8 * DAY);
  await night(world);
  expect(filesOf(world, first)).toBe(1);
  world.undo(KEY);
  await drain(world);
  expect(latestIn(world)?.id).toBe(first);
  expect(tables()).toBe(before);
  await night(world);
  expect(tables()).toBe(before);
  expect(world.errors).toEqual([]);
});
