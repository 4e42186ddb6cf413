import { expect, it } from 'vitest';
import { outdatedReports } from '#functions/storage/files-beside.ts';
import { hintedKeys } from '#shared/storage/upload-hint.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, finish } from './world/deliveries.ts';
import { CENTRES } from './world/deployment.ts';
import { patients } from './world/study-files.ts';
import { headsIn } from './world/witness.ts';
import { createWorld, type World } from './world/world.ts';

const FILES = 30;
const IN_THE_WAY = 'uploads/rouen/in-the-way.csv';
const FREED = Array.from({ length: FILES }, (_, number) => `uploads/rouen/freed-${number}.csv`);

/** Files that are refused over a row of one older one each. */
async function refusedFiles(): Promise<World> {
  const world = createWorld({ watched: false });
  world.upload(IN_THE_WAY, patients(...FREED.keys()));
  world.wait(1);
  for (const [number, key] of FREED.entries()) world.upload(key, patients(number));
  await drain(world);
  expect(FREED.map((key) => reportOf(world, key)?.verdict)).toEqual(FREED.map(() => 'refused'));
  return world;
}

/** Carries out all that waits; how often each key was hinted at, and how many runs the longest chain of them has. */
async function settled(world: World, first: 'messages' | 'requests') {
  const hints = new Map<string, number>();
  const depths = { messages: world.messages.map(() => 1), requests: world.requests.map(() => 1) };
  let deepest = 0;
  while (world.messages.length + world.requests.length > 0) {
    const kind = world[first].length > 0 ? first : first === 'messages' ? 'requests' : 'messages';
    const depth = depths[kind].shift() ?? 1;
    deepest = Math.max(deepest, depth);
    if (kind === 'messages') await world.deliver();
    else await world.answerRequest();
    await finish(world);
    for (const message of world.messages.slice(depths.messages.length)) {
      depths.messages.push(depth + 1);
      for (const key of hintedKeys(message)) hints.set(key, (hints.get(key) ?? 0) + 1);
    }
    while (depths.requests.length < world.requests.length) depths.requests.push(depth + 1);
  }
  return { hints, deepest };
}

/** Ingest withdraws, statistics frees, ingest accepts, statistics finds outdated reports, ingest writes them, statistics is done. */
const LONGEST_CHAIN = 6;

it.each(['messages', 'requests'] as const)(
  'each of many freed files gets one hint, and one for its report, in six steps, where %s come first',
  async (first) => {
    const world = await refusedFiles();
    world.remove(IN_THE_WAY);
    const { hints, deepest } = await settled(world, first);
    expect(FREED.map((key) => reportOf(world, key)?.verdict)).toEqual(FREED.map(() => 'accepted'));
    expect(headsIn(world.table).flatMap((head) => outdatedReports(head, CENTRES))).toEqual([]);
    // The file that came last is beside all others, so its report is true at once.
    expect(FREED.map((key) => hints.get(key)).toSorted()).toEqual([1, ...FREED.slice(1).map(() => 2)]);
    expect(deepest).toBe(LONGEST_CHAIN);
  },
);
