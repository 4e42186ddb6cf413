import { describe, expect, it } from 'vitest';
import { STAGED } from '#shared/storage/item-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, night, releaseUntil } from './world/deliveries.ts';
import type { Item } from './world/item.ts';
import { patients, patientsOfWrongSex } from './world/study-files.ts';
import { createWorld } from './world/world.ts';

const OLD = 'uploads/rouen/patients.csv';
const YOUNG = 'uploads/rouen/others.csv';

describe('a file that comes while rows of an older one are lost', () => {
  it('is in force in the end only if they do not hold its rows', async () => {
    const world = createWorld();
    world.upload(OLD, patients(1, 2));
    await drain(world);
    world.wait(1);
    world.loseItems(({ pk }) => pk.startsWith('ROWS#'));
    world.upload(YOUNG, patients(2, 3));
    await drain(world);
    expect(reportOf(world, YOUNG)).toMatchObject({
      verdict: 'refused',
      problems: [{ code: 'ROW_IN_OTHER_FILE' }],
    });
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('brings back those of every file that is older still', async () => {
    const world = createWorld();
    for (const [place, name] of ['a', 'b', 'c'].entries()) {
      world.upload(`uploads/rouen/${name}.csv`, patients(place + 1));
      await drain(world);
      world.wait(1);
    }
    world.loseItems(({ pk }) => pk.startsWith('ROWS#'));
    world.upload(YOUNG, patients(9));
    await drain(world);
    await drain(world);
    expect(reportOf(world, YOUNG)).toMatchObject({ verdict: 'accepted' });
    await night(world);
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('a file that is read again for the rows that it lost', () => {
  it('is reported on even where that ingest died after it had moved the head', async () => {
    const world = createWorld();
    world.upload(OLD, patients(1, 2));
    await drain(world);
    world.wait(1);
    world.loseItems(({ pk }) => pk.startsWith('ROWS#'));
    // Its own event is lost: nobody but the younger file's ingest asks for it.
    const { versionId } = world.upload(OLD, patients(1, 2, 3), 'lost');
    world.upload(YOUNG, patients(4));
    const young = await world.deliver();
    await releaseUntil(world, young, 'PutItemCommand STUDY');
    const [commit] = young.calls;
    if (commit !== undefined) await world.release(commit, 'dies after');
    await drain(world);
    await drain(world);
    expect(reportOf(world, OLD)).toMatchObject({ verdict: 'accepted', versionId });
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('lost rows of a version that counts under a newer one, which is refused,', () => {
  it.each([
    ['rows', (item: Item) => item.pk.startsWith('ROWS#')],
    ['their record', (item: Item) => item.pk === STAGED],
  ])('come back with the next hint: %s', async (_, isLost) => {
    const world = createWorld();
    world.upload(OLD, patients(1, 2));
    world.upload(OLD, patientsOfWrongSex(1));
    await drain(world);
    const records = () => world.table.partition(STAGED).map(({ sk }) => sk);
    const before = records();
    expect(before).toHaveLength(1);
    world.loseItems(isLost);
    world.tell(OLD);
    await drain(world);
    expect(records()).toEqual(before);
    expect(await everythingWrong(world)).toEqual([]);
  });
});
