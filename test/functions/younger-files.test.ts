import { describe, expect, it } from 'vitest';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { everythingWrong } from './oracle/everything.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, finish, night, releaseUntil } from './world/deliveries.ts';
import { pairs, patients, patientsOfWrongSex, patientsSpeltOtherwise } from './world/study-files.ts';
import { headsIn } from './world/witness.ts';
import { createWorld, type World } from './world/world.ts';

const OLD = 'uploads/rouen/old.csv';
const YOUNG = 'uploads/rouen/young.csv';

const inForce = ({ table }: World) =>
  filesInForce(headsIn(table)).map(({ key, versionId }) => [key, versionId]);

describe('a file that yields to an older one', () => {
  it('has another report, even where the ingest that refuses it dies before it says so', async () => {
    const world = createWorld();
    world.upload(OLD, patients(1, 2), 'lost');
    world.wait(1);
    world.upload(YOUNG, patients(2, 3));
    await drain(world);
    expect(reportOf(world, YOUNG)?.verdict).toBe('accepted');
    world.tell(OLD);
    await world.deliver();
    await finish(world);
    await world.answerRequest();
    await finish(world);
    const run = await world.deliver();
    await world.release(
      await releaseUntil(world, run, `PutObjectCommand ${reportKeys(YOUNG).text}`),
      'dies before',
    );
    await drain(world);
    expect(reportOf(world, YOUNG)?.verdict).toBe('refused');
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('has another report too where it is another file that is in its way now', async () => {
    const world = createWorld();
    world.upload(OLD, patients(1, 2));
    world.upload('uploads/rouen/other.csv', patients(3));
    world.wait(1);
    world.upload(YOUNG, patients(2, 3));
    await drain(world);
    world.upload(OLD, patients(1));
    await world.deliver();
    await finish(world);
    await world.answerRequest();
    await finish(world);
    const run = await world.deliver();
    await world.release(
      await releaseUntil(world, run, `PutObjectCommand ${reportKeys(YOUNG).text}`),
      'dies before',
    );
    await drain(world);
    expect(reportOf(world, YOUNG)?.problems).toMatchObject([{ row: 3, code: 'ROW_IN_OTHER_FILE' }]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('counts again with the version that was in the way, though its newest one is refused for itself', async () => {
    const world = createWorld();
    world.upload(OLD, patients(1, 2));
    world.wait(1);
    const { versionId } = world.upload(YOUNG, patients(2, 3));
    world.upload(YOUNG, '');
    await drain(world);
    world.remove(OLD);
    await drain(world);
    expect(inForce(world)).toEqual([[YOUNG, versionId]]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('counts again with that version though the ones before and after it are refused for themselves', async () => {
    const world = createWorld();
    world.upload(OLD, patients(2));
    world.wait(1);
    world.upload(YOUNG, patients(1));
    world.upload(YOUNG, patientsOfWrongSex(1));
    const { versionId } = world.upload(YOUNG, patients(2, 3));
    await drain(world);
    world.upload(YOUNG, '');
    world.remove(OLD);
    await drain(world);
    expect(inForce(world)).toEqual([[YOUNG, versionId]]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is read again where the rows of the older one were lost and came back meanwhile', async () => {
    const world = createWorld();
    const { versionId } = world.upload(OLD, patients(1, 2));
    await drain(world);
    world.wait(1);
    world.loseItems(({ pk }) => pk.startsWith('ROWS#'));
    world.upload(YOUNG, patients(2, 3));
    const young = await world.deliver();
    // By now it has looked for the rows of the older one, and found none.
    await releaseUntil(world, young, 'Invoke');
    world.tell(OLD);
    await world.deliver();
    await finish(world, young);
    await finish(world);
    await drain(world);
    expect(inForce(world)).toEqual([[OLD, versionId]]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('yields to it in the end where rows of the older one were lost', async () => {
    const world = createWorld();
    const { versionId } = world.upload(OLD, patients(1, 2));
    const old = await world.deliver();
    await releaseUntil(world, old, 'PutItemCommand STUDY');
    world.loseItems(({ pk }) => pk.startsWith('ROWS#'));
    await finish(world);
    world.wait(1);
    world.upload(YOUNG, patients(2, 3));
    await world.deliver();
    await finish(world);
    await drain(world);
    await night(world);
    await drain(world);
    expect(inForce(world)).toEqual([[OLD, versionId]]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is out of force at once where its own rows were lost', async () => {
    const world = createWorld();
    const { versionId } = world.upload(OLD, patients(1, 2), 'lost');
    world.wait(1);
    world.upload(YOUNG, patients(2, 3));
    await drain(world);
    world.loseItems(({ pk }) => pk.startsWith('ROWS#'));
    world.tell(OLD);
    await world.deliver();
    await finish(world);
    expect(inForce(world)).toEqual([[OLD, versionId]]);
    await drain(world);
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('a patient whom two files write in two ways', () => {
  const PAIRS = 'uploads/rouen/pairs.csv';
  const states = (world: World) =>
    headsIn(world.table).flatMap(({ files }) =>
      Object.entries(files).map(([key, { state, inForce: counts }]) => [key, state, counts !== null]),
    );

  it('is refused in the younger one, until the older one is gone', async () => {
    const world = createWorld();
    world.upload(OLD, patients(1));
    world.wait(1);
    world.upload(YOUNG, patientsSpeltOtherwise(1));
    await drain(world);
    expect(states(world)).toEqual([
      [OLD, 'accepted', true],
      [YOUNG, 'refused', false],
    ]);
    expect(reportOf(world, YOUNG)?.problems).toMatchObject([{ row: 2, code: 'ID_ALIKE_IN_OTHER_FILE' }]);
    world.remove(OLD);
    await drain(world);
    expect(states(world)).toEqual([[YOUNG, 'accepted', true]]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is refused in any table, and the younger file goes out of force when the older one comes late', async () => {
    const world = createWorld();
    world.upload(OLD, patientsSpeltOtherwise(1), 'lost');
    world.wait(1);
    world.upload(PAIRS, pairs(100, 1));
    await drain(world);
    expect(states(world)).toEqual([[PAIRS, 'accepted', true]]);
    world.tell(OLD);
    await drain(world);
    expect(states(world)).toContainEqual([PAIRS, 'refused', false]);
    expect(await everythingWrong(world)).toEqual([]);
  });
});
