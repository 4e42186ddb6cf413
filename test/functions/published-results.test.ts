import { describe, expect, it } from 'vitest';
import { latestResultSchema } from '#shared/publication/latest-result.ts';
import { LATEST_RESULT, MANIFEST_FILE, RESULTS } from '#shared/storage/bucket-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { drain, finish, night, releaseUntil } from './world/deliveries.ts';
import { pairs, patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const textAt = ({ bucket }: World, key: string) => new TextDecoder().decode(bucket.current(key)?.bytes);
const latest = (world: World) => latestResultSchema.parse(JSON.parse(textAt(world, LATEST_RESULT)));

/** A manifest that is written again tells another moment. */
const withoutTimes = (text: string) => text.replace(/^ "(computedAt|milliseconds)": .*$/gm, '');

async function studyOfTwoFiles(): Promise<World> {
  const world = createWorld();
  world.upload('uploads/rouen/patients.csv', patients(1, 2));
  world.upload('uploads/rouen/pairs.csv', pairs(100, 1, 2));
  await drain(world);
  return world;
}

describe('a published result', () => {
  it('is the same one when the same files are in force again', async () => {
    const world = await studyOfTwoFiles();
    const { id } = latest(world);
    world.ask('upload');
    await drain(world);
    expect(world.logLines.at(-1)).toBe(JSON.stringify({ event: 'result-unchanged', id }));
    world.upload('uploads/rouen/patients.csv', patients(1));
    await drain(world);
    expect(latest(world).id).not.toBe(id);
    world.undo('uploads/rouen/patients.csv');
    await drain(world);
    expect(latest(world).id).toBe(id);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is published once by runs that race', async () => {
    const world = await studyOfTwoFiles();
    world.upload('uploads/lille/patients.csv', patients(1));
    await world.deliver();
    await finish(world);
    for (const source of ['upload', 'upload', 'schedule'] as const) world.ask(source);
    while (world.requests.length > 0) await world.answerRequest();
    // One request of each in turn.
    for (let [next] = world.calls(); next !== undefined; ) {
      await world.release(next);
      const { run } = next;
      next = world.calls().find((call) => call.run !== run) ?? world.calls()[0];
    }
    await drain(world);
    expect(world.errors).toEqual([]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is begun again where S3 refuses to write a part of it over a race that nobody won', async () => {
    const world = createWorld();
    world.ask('upload');
    const run = await world.answerRequest();
    await world.release(await releaseUntil(world, run, `PutObjectCommand ${RESULTS}`), 'raced');
    await finish(world);
    expect(run.state).toBe('ended');
    expect(latest(world).tables).toHaveLength(2);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('can be opened where it lies', async () => {
    const world = await studyOfTwoFiles();
    const { manifest, tables } = latest(world);
    const typeOf = (key: string) => world.bucket.current(key)?.contentType;
    expect([LATEST_RESULT, manifest, ...tables].map((key) => [key.split('/').at(-1), typeOf(key)])).toEqual([
      ['latest.json', 'application/json'],
      ['manifest.json', 'application/json'],
      ['rows.csv', 'text/csv; charset=utf-8'],
      ['tables.json', 'application/json'],
    ]);
    expect(textAt(world, LATEST_RESULT)).toMatch(/^\{\n "id"/);
    expect(textAt(world, LATEST_RESULT)).toMatch(/\n\}\n$/);
  });

  it('is left as it is by the clock’s run where nothing changed', async () => {
    const world = await studyOfTwoFiles();
    const before = world.bucket.changes();
    await night(world);
    expect(world.bucket.changes()).toBe(before);
    expect(world.logLines.join()).not.toContain('published-result-differs');
  });

  it.each([
    ['rows.csv', 'tampered'],
    [MANIFEST_FILE, 'tampered'],
    [MANIFEST_FILE, '{"id":"another"}'],
  ])('whose %s was altered is told by the clock’s run, and set right', async (file, altered) => {
    const world = await studyOfTwoFiles();
    const [key] = world.bucket.keys(RESULTS).filter((name) => name.endsWith(file));
    if (key === undefined) throw new Error('nothing is published');
    const before = textAt(world, key);
    world.bucket.put(key, new TextEncoder().encode(altered));
    world.ask('upload');
    await drain(world);
    expect(world.logLines.join()).not.toContain('published-result-differs');
    await night(world);
    const { id } = latest(world);
    expect(world.logLines).toContain(JSON.stringify({ event: 'published-result-differs', id, file }));
    expect(withoutTimes(textAt(world, key))).toBe(withoutTimes(before));
    expect(world.errors).toEqual([]);
  });
});
