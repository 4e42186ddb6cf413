import { describe, expect, it } from 'vitest';
import { LATEST_RESULT, MANIFEST_FILE, reportKeys, resultFolder } from '#shared/storage/bucket-keys.ts';
import { HEADS, STAGED } from '#shared/storage/item-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { latestIn } from './oracle/published.ts';
import { deploymentWith } from './world/actions.ts';
import { drain, finish, night, releaseUntil } from './world/deliveries.ts';
import { FULL_VERIFICATION_DAYS } from './world/names.ts';
import { patients } from './world/study-files.ts';
import { textAt } from './world/text-at.ts';
import { untold } from './world/told.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const LILLE = 'uploads/lille/patients.csv';
const DAY = 24 * 60;
const BY_HAND = 'by hand';

/** A study in which nothing happens any more, since two nights at least. */
async function quietStudy(): Promise<World> {
  const world = createWorld();
  world.upload(KEY, patients(1, 2));
  world.upload(LILLE, patients(5));
  await drain(world);
  for (let nights = 0; nights < 3; nights += 1) await nextNight(world);
  expect(await everythingWrong(world)).toEqual([]);
  return world;
}

async function nextNight(world: World): Promise<void> {
  world.wait(DAY);
  await night(world);
}

/** The requests of the clock's run and of all that it leads to. */
async function requestsOf(world: World): Promise<readonly string[]> {
  const names: string[] = [];
  world.wait(DAY);
  world.ask('night');
  while (world.requests.length + world.messages.length + world.reportRequests.length > 0) {
    if (world.messages.length > 0) await world.deliver();
    else if (world.requests.length > 0) await world.answerRequest();
    else await world.answerReportRequest();
    for (let [next] = world.calls(); next !== undefined; [next] = world.calls()) {
      names.push(next.name);
      await world.release(next);
    }
  }
  return names;
}

/** What is wrong now; the world also notes that a published file was written again, which setting it right is. */
const wrongIn = async (world: World): Promise<readonly string[]> =>
  (await everythingWrong(world)).filter((wrong) => !wrong.endsWith('was written twice'));

const folderOf = (world: World): string => resultFolder(latestIn(world)?.id ?? '');
const verifications = ({ logLines }: World): number =>
  logLines.filter((line) => line.includes('"result-computed"')).length;

it('a night on which nothing happened reads no row, writes nothing and asks ingest for nothing', async () => {
  const world = await quietStudy();
  const logged = world.logLines.length;
  const requests = await requestsOf(world);
  expect(requests.filter((name) => /ROWS|Put|Update|Delete|Batch|SendMessage/.test(name))).toEqual([]);
  expect(requests.length).toBeLessThan(30);
  const said = world.logLines.slice(logged).map((line) => JSON.parse(line));
  expect(said).toContainEqual({ event: 'unchanged-since-verified', id: latestIn(world)?.id, days: 3 });
});

it(`everything is verified every ${FULL_VERIFICATION_DAYS} days, and whenever a person or a deployment asks`, async () => {
  const world = await quietStudy();
  const before = verifications(world);
  for (let nights = 0; nights < 3 * FULL_VERIFICATION_DAYS; nights += 1) await nextNight(world);
  expect(verifications(world) - before).toBe(3);
  world.ask('schedule');
  await drain(world);
  expect(verifications(world) - before).toBe(4);
});

/** What happens without any function of the study, by whom or what, and what the table or the bucket holds then. */
const SEEN_THE_NEXT_NIGHT: Readonly<Record<string, (world: World) => void>> = {
  'an upload whose event was lost': (world) =>
    void world.upload('uploads/rouen/others.csv', patients(3), 'lost'),
  'a deletion whose event was lost': (world) => world.remove(LILLE, 'lost'),
  'a table that is gone': (world) => world.loseItems(() => true),
  'a head that is gone': (world) => world.loseItems(({ pk }) => pk === HEADS),
  'a head that was altered': (world) =>
    world.alterItems((item) =>
      item.pk === HEADS ? JSON.parse(JSON.stringify(item).replaceAll('"accepted"', '"refused"')) : undefined,
    ),
  'a published table that was written over': (world) => world.tamper(`${folderOf(world)}rows.csv`, BY_HAND),
  'a published table that was deleted': (world) => world.tamper(`${folderOf(world)}rows.csv`, undefined),
  'a manifest that was written over': (world) => world.tamper(folderOf(world) + MANIFEST_FILE, BY_HAND),
  'a manifest that was deleted': (world) => world.tamper(folderOf(world) + MANIFEST_FILE, undefined),
  'a latest.json that was deleted': (world) => world.tamper(LATEST_RESULT, undefined),
  'a report that was written over': (world) => world.tamper(reportKeys(KEY).json, '{}'),
  'the readable part of a report that was written over': (world) =>
    world.tamper(reportKeys(KEY).text, BY_HAND),
  'a report that was deleted': (world) => world.tamper(reportKeys(KEY).json, undefined),
};

describe.each(Object.entries(SEEN_THE_NEXT_NIGHT))('%s', (_, happens) => {
  it('is seen the next night and set right', async () => {
    const world = await quietStudy();
    happens(world);
    await nextNight(world);
    expect(world.errors).toEqual([]);
    expect(await wrongIn(world)).toEqual([]);
    for (const key of world.bucket.keys('')) expect(textAt(world, key)).not.toBe(BY_HAND);
    // Then it is quiet again, though what was set right is itself looked at once more.
    for (let nights = 0; nights < 2; nights += 1) await nextNight(world);
    expect((await requestsOf(world)).filter((name) => name.includes('ROWS'))).toEqual([]);
  });
});

it.each(['other code', 'a rule more', 'other settings', 'a centre less'] as const)(
  'a deployment of %s is seen the next night, also where the run that it asks for was lost',
  async (change) => {
    const world = await quietStudy();
    world.redeploy(deploymentWith(change));
    await nextNight(world);
    expect(world.errors).toEqual([]);
    expect(await wrongIn(world)).toEqual([]);
  },
);

it('a mail that could not be sent is tried again every night', async () => {
  const world = await quietStudy();
  world.upload(KEY, patients(1, 2, 3));
  const run = await world.deliver();
  await world.release(await releaseUntil(world, run, 'Publish'), 'fails before');
  await finish(world);
  await drain(world);
  for (let nights = 0; nights < 3; nights += 1) {
    expect(untold(world)).toHaveLength(1);
    world.wait(DAY);
    world.ask('night');
    await world.answerRequest();
    await finish(world);
    // Mail fails all night.
    while (world.messages.length > 0) {
      const ingest = await world.deliver();
      while (ingest.state === 'live') {
        const [next] = ingest.calls;
        if (next === undefined) break;
        await world.release(next, next.name.startsWith('Publish') ? 'fails before' : undefined);
      }
    }
    await drain(world);
  }
  await nextNight(world);
  expect(untold(world)).toEqual([]);
});

/** What names of versions and heads do not tell, and whether it is so still. */
const SEEN_BY_A_FULL_VERIFICATION: Readonly<
  Record<
    string,
    { readonly happens: (world: World) => void; readonly isSo: (world: World) => Promise<boolean> }
  >
> = {
  'a row that was altered': {
    happens: alterRow,
    isSo: async (world) => (await wrongIn(world)).length > 0,
  },
  'rows that are gone': {
    happens: (world) => world.loseItems(({ pk }) => pk.startsWith('ROWS#') && pk.includes(KEY)),
    isSo: async (world) => (await wrongIn(world)).length > 0,
  },
  'the record of rows, by which they are swept one day': {
    happens: (world) => world.loseItems(({ pk }) => pk === STAGED),
    isSo: async ({ table }) => table.partition(STAGED).length === 0,
  },
};

function alterRow(world: World): void {
  world.alterItems((item) =>
    item.pk.startsWith('ROWS#') && item.pk.includes(KEY)
      ? { ...item, line: Number(item['line']) + 1 }
      : undefined,
  );
}

describe.each(Object.entries(SEEN_BY_A_FULL_VERIFICATION))('%s', (_, { happens, isSo }) => {
  it('is not seen by a night that reads no rows, which publishes nothing of it either', async () => {
    const world = await quietStudy();
    const before = [latestIn(world)?.id, textAt(world, `${folderOf(world)}rows.csv`)];
    happens(world);
    await nextNight(world);
    expect([latestIn(world)?.id, textAt(world, `${folderOf(world)}rows.csv`)]).toEqual(before);
    expect(await isSo(world)).toBe(true);
  });

  it('is seen and set right within the days of a full verification', async () => {
    const world = await quietStudy();
    happens(world);
    for (let nights = 0; nights < FULL_VERIFICATION_DAYS; nights += 1) await nextNight(world);
    expect(world.errors).toEqual([]);
    expect(await isSo(world)).toBe(false);
  });
});

it('an altered row is in no table, for the next upload of any centre finds it', async () => {
  const world = await quietStudy();
  alterRow(world);
  world.upload(LILLE, patients(5, 6));
  await drain(world);
  expect(await everythingWrong(world)).toEqual([]);
});
