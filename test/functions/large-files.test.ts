import { describe, expect, it } from 'vitest';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { rowsPartition, rowsPartitions } from '#shared/storage/item-keys.ts';
import { MOST_ROWS_IN_ONE_PARTITION, PARTS } from '#shared/storage/row-parts.ts';
import { everythingWrong } from './oracle/everything.ts';
import { leftUnswept, wrongRows } from './oracle/rows.ts';
import { drain, finishWithFault, night } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { headsIn } from './world/witness.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const manyPatients = patients(...Array.from({ length: MOST_ROWS_IN_ONE_PARTITION + 1 }, (_, at) => at + 1));

const partitionsOfRows = ({ table }: World) =>
  table.partitionNames().filter((name) => name.startsWith('ROWS#'));
const fileIn = ({ table }: World) => {
  const [file] = filesInForce(headsIn(table));
  if (file === undefined) throw new Error('no file is in force');
  return file;
};

async function worldOfLargeFile(): Promise<World> {
  const world = createWorld();
  world.upload(KEY, manyPatients);
  await drain(world);
  return world;
}

/** Puts the rows of the file in force where the releases before put those of any file. */
function putTogether(world: World): void {
  const file = fileIn(world);
  for (const pk of rowsPartitions(file)) {
    for (const item of world.table.partition(pk)) {
      world.table.remove(item);
      world.table.put({ ...item, pk: rowsPartition(file) });
    }
  }
}

describe('the rows of a large file', () => {
  it('stand in sixteen partitions, and are all read', async () => {
    const world = await worldOfLargeFile();
    expect(partitionsOfRows(world)).toHaveLength(PARTS.length);
    expect(partitionsOfRows(world).toSorted()).toEqual(rowsPartitions(fileIn(world)).toSorted());
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('are brought back where one partition is lost', async () => {
    const world = await worldOfLargeFile();
    const lost = rowsPartitions(fileIn(world)).at(-1);
    world.loseItems(({ pk }) => pk === lost);
    await night(world);
    expect(partitionsOfRows(world)).toContain(lost);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('are swept from every partition an hour after another version replaced it', async () => {
    const world = await worldOfLargeFile();
    world.upload(KEY, patients(1));
    await drain(world);
    world.wait(61);
    await night(world);
    expect(partitionsOfRows(world)).toEqual(rowsPartitions(fileIn(world)));
    expect(leftUnswept(world)).toEqual([]);
  });

  it('are swept where an ingest died among them', async () => {
    const world = createWorld();
    world.upload(KEY, manyPatients);
    await finishWithFault(world, await world.deliver(), 0, 'dies half way');
    expect(partitionsOfRows(world).length).toBeGreaterThan(0);
    world.remove(KEY);
    await drain(world);
    world.wait(61);
    await night(world);
    expect(partitionsOfRows(world)).toEqual([]);
  });
});

describe('the rows of a large file that an earlier release stored in one partition', () => {
  it('are read there, and are not written again', async () => {
    const world = await worldOfLargeFile();
    putTogether(world);
    await night(world);
    expect(partitionsOfRows(world)).toEqual([rowsPartition(fileIn(world))]);
    expect(world.errors).toEqual([]);
    expect(wrongRows(world)).toEqual([]);
  });

  it('give way to those that are written again after some were altered', async () => {
    const world = await worldOfLargeFile();
    putTogether(world);
    world.alterItems((item) =>
      item.pk.startsWith('ROWS#') && item.sk.endsWith('7') ? { ...item, sex: 'F' } : undefined,
    );
    await night(world);
    expect(partitionsOfRows(world)).toHaveLength(PARTS.length);
    await night(world);
    expect(world.errors).toEqual([]);
    expect(world.messages).toEqual([]);
    world.remove(KEY);
    await drain(world);
    world.wait(61);
    await night(world);
    expect(partitionsOfRows(world)).toEqual([]);
  });
});
