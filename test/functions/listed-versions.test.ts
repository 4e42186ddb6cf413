import { expect, it } from 'vitest';
import { uploadsLister, versionsLister } from '#functions/storage/listed-versions.ts';
import { answeringBucket } from '#test/commands/answering-clients.ts';
import { emptyBucket } from './world/bucket.ts';
import { answerOfS3 } from './world/bucket-requests.ts';
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

it('the versions of every file are listed over all pages, and those of no folder and of none that is gone', async () => {
  let seconds = 0;
  const bucket = emptyBucket(() => 1_000 * seconds++);
  for (let number = 0; number < 7; number++) bucket.put(KEY, new Uint8Array());
  for (const key of ['uploads/rouen/', 'uploads/rouen/gone.csv', `${KEY}.csv`])
    bucket.put(key, new Uint8Array());
  bucket.remove('uploads/rouen/gone.csv');
  const paged = answeringBucket((command, input) => answerOfS3(bucket, command, input, 'whole'));
  const uploads = await uploadsLister(paged, BUCKET, 'uploads/')();
  expect([...uploads].map(([key, { versions, since }]) => [key, versions.length, since])).toEqual([
    [KEY, 7, '1970-01-01T00:00:00.000Z'],
    [`${KEY}.csv`, 1, '1970-01-01T00:00:09.000Z'],
  ]);
});

it('versions came in whole seconds, whatever else an emulator knows', async () => {
  const LastModified = new Date('2026-11-25T12:00:00.999Z');
  const version = { Key: KEY, VersionId: 'v1', LastModified, IsLatest: true, Size: 1 };
  const emulator = answeringBucket(() => ({ $metadata: {}, Versions: [version] }));
  expect((await versionsLister(emulator, BUCKET)(KEY))?.since).toBe('2026-11-25T12:00:00.000Z');
});
