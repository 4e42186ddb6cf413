import { expect, it } from 'vitest';
import { LATEST_RESULT, reportKeys } from '#shared/storage/bucket-keys.ts';
import { hintMessage } from '#shared/storage/upload-hint.ts';
import { drain, finish, releaseUntil, releaseWhile } from './world/deliveries.ts';
import { STATISTICS_FUNCTION } from './world/names.ts';
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

it('a statistics run that is overtaken time and again leaves the work to a newer one, which it asks for', async () => {
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
  for (let round = 1; round <= 5; round++) {
    await world.release(await releaseUntil(world, run, `PutObjectCommand ${LATEST_RESULT}`), 'raced');
    // Until the heads are at rest, or for ever.
    expect(run.calls.map(({ name }) => name)).toEqual([
      round < 5 ? 'QueryCommand STUDY' : `Invoke ${STATISTICS_FUNCTION}`,
    ]);
  }
  await finish(world);
  expect(run.state).toBe('ended');
  expect(world.requests).toEqual(['{"source":"upload"}']);
  await drain(world);
  expect(world.bucket.current(LATEST_RESULT)).toBeDefined();
});

it('the clock’s run does the rest of its work where it leaves the tables to a newer one', async () => {
  const world = createWorld();
  world.upload(KEY, patients(1));
  await drain(world);
  world.upload('uploads/rouen/more.csv', patients(2));
  await world.deliver();
  await finish(world);
  world.requests.length = 0;
  world.ask('schedule');
  const run = await world.answerRequest();
  for (let round = 1; round <= 5; round++) {
    await world.release(await releaseUntil(world, run, `PutObjectCommand ${LATEST_RESULT}`), 'raced');
  }
  await finish(world);
  expect(run.state).toBe('ended');
  expect(world.messages).toEqual(expect.arrayContaining([hintMessage(KEY)]));
  expect(world.logLines.join()).toContain('"swept"');
});
