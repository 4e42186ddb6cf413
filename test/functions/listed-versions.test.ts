import { expect, it } from 'vitest';
import { versionsLister } from '#functions/storage/listed-versions.ts';
import { s3 } from './world/clients.ts';
import { BUCKET } from './world/names.ts';
import { createWorld } from './world/world.ts';

const KEY = 'uploads/rouen/p';

it('the versions of a key are listed over all their pages, and not those of the many keys that begin with it', async () => {
  const world = createWorld();
  const versions = Array.from({ length: 7 }, () => world.bucket.put(KEY, new Uint8Array()).versionId);
  for (let number = 0; number < 60; number++) world.bucket.put(`${KEY}${number}.csv`, new Uint8Array());
  const listed: (readonly string[])[] = [];
  await world.run(async () => {
    const live = await versionsLister(s3, BUCKET)(KEY);
    listed.push(live?.versions.map(({ versionId }) => versionId) ?? []);
  });
  let pages = 0;
  for (let [next] = world.calls(); next !== undefined; [next] = world.calls()) {
    pages += 1;
    await world.release(next);
  }
  expect(listed).toEqual([versions.toReversed()]);
  // Of three versions each; the third one ends with another key.
  expect(pages).toBe(3);
});
