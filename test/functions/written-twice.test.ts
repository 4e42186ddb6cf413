import { expect, it } from 'vitest';
import { LATEST_RESULT, RESULTS } from '#shared/storage/bucket-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { drain } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { createWorld } from './world/world.ts';

it('a table that was deleted and written again was not written twice; one that was written over was', async () => {
  const world = createWorld();
  world.upload('uploads/rouen/patients.csv', patients(1));
  await drain(world);
  const { bucket } = world;
  const key = bucket.keys(RESULTS).find((name) => name.endsWith('/rows.csv')) ?? '';
  const table = bucket.current(key)?.bytes ?? new Uint8Array();
  expect(bucket.current(LATEST_RESULT)).toBeDefined();
  bucket.remove(key);
  bucket.put(key, table);
  expect(await everythingWrong(world)).toEqual([]);
  bucket.put(key, table);
  expect(await everythingWrong(world)).toEqual([`${key} was written twice`]);
});
