import { expect, it } from 'vitest';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { everythingWrong } from './oracle/everything.ts';
import { drain } from './world/deliveries.ts';
import { patients, patientsOfWrongSex } from './world/study-files.ts';
import { headsIn } from './world/witness.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';

const versionInForce = (world: World) => filesInForce(headsIn(world.table))[0]?.versionId;

it('a version that comes late among refused ones, for its upload began before, counts as after a lost table', async () => {
  const world = createWorld();
  world.upload(KEY, patientsOfWrongSex(1));
  world.wait(1);
  const began = world.now();
  world.wait(1);
  world.upload(KEY, patientsOfWrongSex(2));
  await drain(world);
  const { versionId } = world.complete(KEY, patients(1, 2), began);
  await drain(world);
  expect(versionInForce(world)).toBe(versionId);
  expect(await everythingWrong(world)).toEqual([]);
  // Another error on top: the version beneath two refused ones is still found.
  world.upload(KEY, patientsOfWrongSex(3));
  await drain(world);
  expect(versionInForce(world)).toBe(versionId);
  world.loseItems(() => true);
  world.tell(KEY);
  await drain(world);
  expect(versionInForce(world)).toBe(versionId);
});

it('the same is found at night where its event was lost', async () => {
  const world = createWorld();
  world.upload(KEY, patients(1));
  world.wait(1);
  const began = world.now();
  world.wait(1);
  world.upload(KEY, patientsOfWrongSex(2));
  await drain(world);
  const { versionId } = world.complete(KEY, patients(1, 2), began, 'lost');
  world.ask('schedule');
  await drain(world);
  expect(versionInForce(world)).toBe(versionId);
  expect(await everythingWrong(world)).toEqual([]);
});
