import { expect, it } from 'vitest';
import { emptyHead, MOST_FILES } from '#shared/storage/centre-head.ts';
import { headKey } from '#shared/storage/item-keys.ts';
import { refused } from '#test/storage/file-records.ts';
import { latestIn, manifestIn } from './oracle/published.ts';
import { drain } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const SQUEEZED = 'uploads/rouen/patients.csv';

/** A file counts; then the table is lost, and by the time anybody looks at that file, others have taken all places. */
async function fullCentre(): Promise<World> {
  const world = createWorld();
  world.upload(SQUEEZED, patients(1));
  await drain(world);
  world.loseItems(() => true);
  const files = Array.from({ length: MOST_FILES }, (_, number) => {
    const key = `uploads/rouen/${number}.csv`;
    const { versionId, lastModified } = world.bucket.put(key, new Uint8Array());
    const since = lastModified.toISOString();
    return [key, refused(versionId, { since, rules: world.deployment().examination.rules })] as const;
  });
  const head = { ...emptyHead('rouen'), version: 300, files: Object.fromEntries(files) };
  world.table.put({ ...headKey('rouen'), ...head });
  return world;
}

it('a file past a centre’s most files holds nothing up, though the latest result has it', async () => {
  const world = await fullCentre();
  world.ask('upload');
  await drain(world);
  expect(manifestIn(world, latestIn(world)?.id ?? '').inputs).toEqual([]);
});

it('files past a centre’s most files are not listed one by one at night', async () => {
  const world = await fullCentre();
  for (let number = 0; number < 50; number++)
    world.bucket.put(`uploads/rouen/more-${number}.csv`, new Uint8Array());
  world.ask('schedule');
  const run = await world.answerRequest();
  let listings = 0;
  for (let [next] = run.calls; next !== undefined; [next] = run.calls) {
    if (next.name.startsWith('ListObjectVersionsCommand uploads/rouen/more-')) listings += 1;
    await world.release(next);
  }
  expect(listings).toBe(0);
});
