import { describe, expect, it } from 'vitest';
import { clearResults } from '#functions/statistics/clear-results.ts';
import { API } from '#shared/desk/api.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { LATEST_RESULT, MANIFEST_FILE, RESULTS, resultFolder } from '#shared/storage/bucket-keys.ts';
import { deskIn } from '#test/desk/desk-in-world.ts';
import { invited } from '#test/desk/invited.ts';
import { latestIn } from './oracle/published.ts';
import { drain, finish, night, releaseSome, releaseUntil } from './world/deliveries.ts';
import type { Run } from './world/run.ts';
import { patients } from './world/study-files.ts';
import { textAt } from './world/text-at.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const DAY = 24 * 60;

/** A file that is corrected so often on one day, a result each time; their ids. */
async function busyDay(world: World, results: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let correction = 1; correction <= results; correction++) {
    world.upload(KEY, patients(...Array(correction).keys()));
    await drain(world);
    ids.push(latestIn(world)?.id ?? '');
    world.wait(10);
  }
  return ids;
}

const filesOf = ({ bucket }: World, id = '') => bucket.keys(resultFolder(id)).length;

it('of the results of a busy day the last, the latest and the frozen ones stay whole after a week, of the others the manifest', async () => {
  const world = createWorld();
  const [first, second, third, last] = await busyDay(world, 4);
  const frozen = { name: 'thesis', id: second, at: '', by: 'A. Martin', why: 'chapter 3' };
  world.bucket.put(`${RESULTS}frozen/thesis.json`, new TextEncoder().encode(JSON.stringify(frozen)));
  const whole = filesOf(world, first);
  expect(whole).toBeGreaterThan(1);
  world.wait(6 * DAY);
  await night(world);
  expect(filesOf(world, first)).toBe(whole);
  world.wait(2 * DAY);
  await night(world);
  expect([first, second, third, last].map((id) => filesOf(world, id))).toEqual([1, whole, 1, whole]);
  expect(world.bucket.current(resultFolder(first ?? '') + MANIFEST_FILE)).toBeDefined();
  // Taken away and put back, it would be lost with a night that dies in between.
  expect(world.bucket.versions(resultFolder(second ?? '') + TABLES_FILE)).toHaveLength(1);
  expect(world.bucket.current(LATEST_RESULT)).toBeDefined();
  expect(world.errors).toEqual([]);
});

it('a result that was cleared is whole again where its files count again', async () => {
  const world = createWorld();
  const [first = ''] = await busyDay(world, 2);
  const tables = () => textAt(world, `${resultFolder(first)}${TABLES_FILE}`);
  const before = tables();
  world.wait(8 * DAY);
  await night(world);
  expect(filesOf(world, first)).toBe(1);
  world.undo(KEY);
  await drain(world);
  expect(latestIn(world)?.id).toBe(first);
  expect(tables()).toBe(before);
  await night(world);
  expect(tables()).toBe(before);
  expect(world.errors).toEqual([]);
});

it.each([undefined, { text: 'no result', etag: 'e' }])(
  'nothing is deleted where nobody can say which result is the latest',
  async (latest) => {
    const [id, file] = ['a'.repeat(32), TABLES_FILE];
    const deleted: string[] = [];
    await clearResults({
      now: () => new Date('2026-11-26T02:00:00Z'),
      log: () => {},
      readText: async () => latest,
      writeOver: async () => 'overtaken',
      listResultFiles: async () => [
        { id, file, key: resultFolder(id) + file, writtenAt: '2026-01-01T00:00:00.000Z' },
      ],
      listFrozen: async () => [],
      deleteObject: async (key) => void deleted.push(key),
    });
    expect(deleted).toEqual([]);
  },
);

describe('a result that somebody freezes at the desk while the night clears it', () => {
  /** The night's run is about to look for what is old, and the desk is about to be asked. */
  async function meeting() {
    const world = createWorld({ watched: false });
    const [id = ''] = await busyDay(world, 3);
    const secret = await invited(world, { centre: null, role: 'coordinator' });
    const whole = filesOf(world, id);
    world.wait(8 * DAY);
    world.ask('night');
    const night = await world.answerRequest();
    await releaseUntil(world, night, 'ListObjectsV2Command');
    const freeze = () => {
      const answered = deskIn(world)({
        version: '2.0',
        rawPath: API.freeze,
        rawQueryString: '',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        requestContext: { http: { method: 'POST' } },
        body: JSON.stringify({ id, name: 'thesis', why: 'chapter 3' }),
        isBase64Encoded: false,
      });
      return answered.then(({ statusCode }) => statusCode);
    };
    return { world, night, freeze, isWhole: () => filesOf(world, id) === whole };
  }
  /** Carries out the desk's requests, at most so many, while the night waits; the answer, if it is given by then. */
  async function atDesk(world: World, night: Run, answer: Promise<number>, most = Number.POSITIVE_INFINITY) {
    let status: number | undefined;
    void answer.then((given) => {
      status = given;
    });
    for (let made = 0; status === undefined && made < most; ) {
      const next = world.calls().find(({ run }) => run !== night);
      if (next === undefined) await new Promise((resolve) => setImmediate(resolve));
      else {
        await world.release(next);
        made += 1;
      }
    }
    return status;
  }

  it('is whole where that is told, at whatever request of the night it is frozen', async () => {
    const statuses = new Set<number | undefined>();
    for (let requests = 0, isOver = false; !isOver; requests++) {
      const { world, night, freeze, isWhole } = await meeting();
      await releaseSome(world, night, requests);
      isOver = night.state !== 'live';
      const status = await atDesk(world, night, freeze());
      await finish(world);
      if (status === 200) expect([requests, isWhole()]).toEqual([requests, true]);
      statuses.add(status);
    }
    expect(statuses).toEqual(new Set([200, 410]));
  });

  it('is whole where that is told, at whatever request of the desk the night clears it', async () => {
    const statuses = new Set<number | undefined>();
    for (let requests = 0, isOver = false; !isOver; requests++) {
      const { world, night, freeze, isWhole } = await meeting();
      const answer = freeze();
      isOver = (await atDesk(world, night, answer, requests)) !== undefined;
      while (night.state === 'live') await releaseSome(world, night, 1);
      const status = await atDesk(world, night, answer);
      if (status === 200) expect([requests, isWhole()]).toEqual([requests, true]);
      statuses.add(status);
    }
    // 409: while its files were looked at, they went.
    expect(statuses).toEqual(new Set([200, 409, 410]));
  });
});
