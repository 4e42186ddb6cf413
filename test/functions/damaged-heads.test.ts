import { expect, it } from 'vitest';
import { HEADS } from '#shared/storage/item-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { latestIn, manifestIn } from './oracle/published.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, finish, night } from './world/deliveries.ts';
import type { Item } from './world/item.ts';
import { patients, patientsOfWrongSex } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const ROUEN = 'uploads/rouen/patients.csv';
const REFUSED = 'uploads/rouen/refused.csv';
const LILLE = 'uploads/lille/patients.csv';

const DAMAGES: readonly (readonly [string, (head: Item) => Readonly<Record<string, unknown>>])[] = [
  ['with a file that says nothing', (head) => ({ ...head, files: { [ROUEN]: { state: 'lost' } } })],
  ['without its version', ({ version: _, ...head }) => head],
  ['with nothing', () => ({})],
  ['of another centre', (head) => ({ ...head, centre: 'lille' })],
];

/** Rouen's head is damaged in a study of two centres. */
async function damagedStudy(damage: (head: Item) => Readonly<Record<string, unknown>>): Promise<World> {
  const world = createWorld();
  world.upload(ROUEN, patients(1, 2));
  world.upload(REFUSED, patientsOfWrongSex(3));
  world.upload(LILLE, patients(5));
  await drain(world);
  world.alterItems((item) => (item.pk === HEADS && item.sk.endsWith('rouen') ? damage(item) : undefined));
  return world;
}

it.each(DAMAGES)('a head %s is made again from the bucket, by the night', async (_, damage) => {
  const world = await damagedStudy(damage);
  await night(world);
  expect(world.errors).toEqual([]);
  expect(world.logLines.join()).toContain('{"event":"head-damaged","centre":"rouen"}');
  expect(await everythingWrong(world)).toEqual([]);
});

it.each(DAMAGES)('a head %s is made again where another centre sends a file', async (_, damage) => {
  const world = await damagedStudy(damage);
  world.upload(LILLE, patients(5, 6));
  await drain(world);
  expect(world.errors).toEqual([]);
  expect(await everythingWrong(world)).toEqual([]);
});

it.each(DAMAGES)('a head %s is made again where its own centre sends a file', async (_, damage) => {
  const world = await damagedStudy(damage);
  world.upload('uploads/rouen/more.csv', patients(7));
  await drain(world);
  expect(world.errors).toEqual([]);
  expect(await everythingWrong(world)).toEqual([]);
});

it('the other centres go on after an hour where it cannot be made again, and the manifest names what is missing', async () => {
  const world = await damagedStudy(() => ({}));
  for (const minutes of [0, 61]) {
    world.wait(minutes);
    world.messages.length = 0;
    world.ask('upload');
    await world.answerRequest();
    await finish(world);
  }
  const { inputs, pending } = manifestIn(world, latestIn(world)?.id ?? '');
  expect(inputs.map(({ key }) => key)).toEqual([LILLE]);
  expect(pending).toEqual([
    { centre: 'rouen', key: ROUEN, reason: 'lost_from_table' },
    { centre: 'rouen', key: REFUSED, reason: 'not_brought_in' },
  ]);
});

it('meanwhile the other centres are answered, the result before stands, and the next one waits for no clock', async () => {
  const world = await damagedStudy(() => ({}));
  const before = latestIn(world)?.id;
  const { versionId } = world.upload(LILLE, patients(5, 6));
  await world.deliver();
  await finish(world);
  expect(reportOf(world, LILLE)).toMatchObject({ verdict: 'accepted', versionId });
  await world.answerRequest();
  await finish(world);
  expect(latestIn(world)?.id).toBe(before);
  const asked = world.now();
  await drain(world);
  const { inputs, pending } = manifestIn(world, latestIn(world)?.id ?? '');
  expect(inputs.map(({ key }) => key)).toEqual([LILLE, ROUEN]);
  expect(pending).toEqual([]);
  // Each request takes a millisecond there.
  expect(world.now() - asked).toBeLessThan(1000);
});
