import { describe, expect, it } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { latestIn } from './oracle/published.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, night } from './world/deliveries.ts';
import type { Item } from './world/item.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const OTHER = 'uploads/rouen/others.csv';
const LILLE = 'uploads/lille/patients.csv';

const rowsOf =
  (file: string, damage: (item: Item) => Readonly<Record<string, unknown>>) =>
  (item: Item): Readonly<Record<string, unknown>> | undefined =>
    item.pk.startsWith('ROWS#') && item.pk.includes(file) ? damage(item) : undefined;

/** What may become of a stored row, and whether it is still a row of its table. */
const DAMAGES = [
  ['without a cell that it must have', ({ sex: _, ...item }: Item) => item],
  ['with a value that no such cell may have', (item: Item) => ({ ...item, sex: 'unknown to the table' })],
  ['without its line', ({ line: _, ...item }: Item) => item],
  [
    'with another value of the same kind',
    (item: Item) => ({ ...item, sex: item['sex'] === 'F' ? 'M' : 'F' }),
  ],
] as const;

async function studyOfTwo(): Promise<World> {
  const world = createWorld();
  world.upload(KEY, patients(1, 2));
  await drain(world);
  world.wait(1);
  world.upload(LILLE, patients(5));
  await drain(world);
  return world;
}

describe.each(DAMAGES)('rows %s', (_, damage) => {
  it('are read again from the bucket by the night, and the tables are what they were', async () => {
    const world = await studyOfTwo();
    const before = latestIn(world)?.id;
    world.alterItems(rowsOf(KEY, damage));
    await night(world);
    expect(world.errors).toEqual([]);
    expect(latestIn(world)?.id).toBe(before);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('keep no verdict from whoever sends the file again', async () => {
    const world = await studyOfTwo();
    world.alterItems(rowsOf(KEY, damage));
    const { versionId } = world.upload(KEY, patients(1, 2, 3));
    await drain(world);
    expect(world.errors).toEqual([]);
    expect(reportOf(world, KEY)).toMatchObject({ verdict: 'accepted', versionId });
    await night(world);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('keep no verdict from the centre’s other files', async () => {
    const world = await studyOfTwo();
    world.alterItems(rowsOf(KEY, damage));
    world.upload(OTHER, patients(9));
    await drain(world);
    expect(world.errors).toEqual([]);
    expect(reportOf(world, OTHER)).toMatchObject({ verdict: 'accepted' });
    await night(world);
    expect(await everythingWrong(world)).toEqual([]);
  });
});

it('a report says that nothing can be compared with rows that are no rows any more', async () => {
  const world = await studyOfTwo();
  world.alterItems(rowsOf(KEY, ({ sex: _, ...item }) => item));
  world.upload(KEY, patients(1, 2, 3));
  await drain(world);
  expect(reportOf(world, KEY)).toMatchObject({ verdict: 'accepted', changes: null });
});
