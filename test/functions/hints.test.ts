import { expect, it } from 'vitest';
import { latestIn, manifestIn } from './oracle/published.ts';
import { drain, finish } from './world/deliveries.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { patients } from './world/study-files.ts';
import { createWorld } from './world/world.ts';

const ROUEN = 'uploads/rouen/patients.csv';
const LILLE = 'uploads/lille/patients.csv';

it('a file at which every ingest dies is asked for once, however many files of others come meanwhile', async () => {
  const world = createWorld();
  world.upload(ROUEN, patients(1));
  world.upload(LILLE, patients(2));
  await drain(world);
  world.redeploy({ examination: RULE_SETS.ruleMore });
  world.ask('schedule');
  let deaths = 0;
  for (let upload = 0; upload < 5; upload++) {
    world.upload(LILLE, patients(2, 10 + upload));
    for (let steps = 0; steps < 20; steps++) {
      const fatal = world.messages.findIndex((message) => message.includes('rouen'));
      if (fatal !== -1) {
        deaths += 1;
        const run = await world.deliver(fatal);
        for (const call of run.calls) await world.release(call);
        // After the time limit of an ingest; the message itself is hidden for an hour.
        world.wait(11);
        expect(run.state).toBe('dead');
        world.messages.splice(
          world.messages.findLastIndex((message) => message.includes('rouen')),
          1,
        );
      } else if (world.messages.length > 0) await world.deliver();
      else if (world.requests.length > 0) await world.answerRequest();
      await finish(world);
    }
  }
  expect(deaths).toBe(1);
});

it.each(['upload', 'schedule'] as const)(
  'a lost table is brought back by one hint at each file, and another at its report, where the %s finds it lost',
  async (source) => {
    const world = createWorld();
    const files = Array.from({ length: 8 }, (_, number) => `uploads/rouen/${number}.csv`);
    for (const [number, key] of files.entries()) world.upload(key, patients(number));
    await drain(world);
    world.loseItems(() => true);
    world.ask(source);
    let hints = 0;
    // Runs come before hints: each of them sees all files that are left.
    while (world.messages.length + world.requests.length > 0) {
      if (world.requests.length > 0) await world.answerRequest();
      else {
        hints += 1;
        await world.deliver();
      }
      await finish(world);
    }
    // Each report but the last speaks of fewer files than there are; two runs may find the first of them.
    expect(hints).toBeLessThanOrEqual(2 * files.length);
  },
);

it('a file that lost its rows is waited for for an hour, and not for ever', async () => {
  const world = createWorld();
  world.upload(ROUEN, patients(1));
  const { versionId } = world.upload(LILLE, patients(2));
  await drain(world);
  world.loseItems(({ pk }) => pk.startsWith('ROWS#rouen#'));
  for (const minutes of [0, 30, 31]) {
    world.wait(minutes);
    world.redeploy({ release: `2.${minutes}.0` });
    world.ask('upload');
    await world.answerRequest();
    await finish(world);
  }
  const { inputs, pending } = manifestIn(world, latestIn(world)?.id ?? '');
  expect(pending).toMatchObject([{ key: ROUEN, reason: 'rows_lost' }]);
  expect(inputs).toMatchObject([{ key: LILLE, versionId }]);
});

it('functions of two releases, which never agree on a file, do not ask one another without a pause for ever', async () => {
  const world = createWorld();
  world.upload(ROUEN, patients(1));
  await drain(world);
  const before = world.deployment();
  world.redeploy({ examination: RULE_SETS.ruleMore });
  world.ask('schedule');
  for (let minute = 0; minute < 90; minute++) {
    if (world.messages.length > 0) await world.deliver(0, before);
    else await world.answerRequest();
    await finish(world);
    world.wait(1);
  }
  const [first] = world.delays;
  expect(first).toBe(0);
  expect(world.delays.at(-1)).toBe(900);
});
