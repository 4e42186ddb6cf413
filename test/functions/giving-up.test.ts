import { expect, it } from 'vitest';
import { LATEST_RESULT, reportKeys } from '#shared/storage/bucket-keys.ts';
import { releaseUntil, releaseWhile } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { createWorld } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';

it('an ingest that is overtaken twenty times in a row fails, and its message comes back', async () => {
  const world = createWorld();
  world.upload(KEY, patients(1));
  const run = await world.deliver();
  expect(run.calls.map(({ name }) => name)).not.toContain('pause');
  for (let attempt = 1; attempt <= 20; attempt++) {
    // After its report it looks once more at what is there.
    await world.release(await releaseUntil(world, run, `PutObjectCommand ${reportKeys(KEY).json}`));
    world.upload(KEY, patients(attempt), 'lost');
    // A listing has three versions to a page.
    await releaseWhile(world, run, 'ListObjectVersionsCommand');
    expect(run.calls.map(({ name }) => name)).toEqual(attempt < 20 ? ['pause'] : []);
  }
  expect(run.error?.message).toBe("the centre's files changed under 20 attempts in a row");
  expect(world.messages).toHaveLength(1);
});

it('a statistics run that is overtaken twenty times in a row fails', async () => {
  const world = createWorld();
  world.ask('upload');
  const run = await world.answerRequest();
  const before: string[] = [];
  for (
    let [next] = run.calls;
    next?.name === 'QueryCommand STUDY' || next?.name === 'pause';
    [next] = run.calls
  ) {
    before.push(next.name);
    await world.release(next);
  }
  expect(before).not.toContain('pause');
  for (let round = 1; round <= 20; round++) {
    await world.release(await releaseUntil(world, run, `PutObjectCommand ${LATEST_RESULT}`), 'raced');
    expect(run.calls.map(({ name }) => name)).toEqual(round < 20 ? ['pause'] : []);
  }
  expect(run.error?.message).toBe("the study's inputs moved under 20 rounds in a row");
});
