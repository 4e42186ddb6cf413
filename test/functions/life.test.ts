import { describe, expect, it } from 'vitest';
import { LATEST_RESULT } from '#shared/storage/bucket-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { latestIn, manifestIn } from './oracle/published.ts';
import { drain, finish, night } from './world/deliveries.ts';
import { CENTRES } from './world/deployment.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { pairs, patients, patientsOfWrongSex } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const PATIENTS = 'uploads/rouen/patients.csv';
const OTHERS = 'uploads/rouen/others.csv';
const PAIRS = 'uploads/rouen/pairs.csv';

/** What the latest result was computed from: the version of each file. */
function inputs(world: World): Readonly<Record<string, string>> {
  const latest = latestIn(world);
  if (latest === undefined) return {};
  return Object.fromEntries(
    manifestIn(world, latest.id).inputs.map(({ key, versionId }) => [key, versionId]),
  );
}

const rowsPublished = (world: World): string => {
  const key = latestIn(world)?.tables.find((table) => table.endsWith('rows.csv')) ?? '';
  return new TextDecoder().decode(world.bucket.current(key)?.bytes);
};

/** How often `latest.json` was written. */
const timesPublished = (world: World): number => world.bucket.versions(LATEST_RESULT).length;

describe('an optional column that a release adds', () => {
  it('does not stop the study, and is read in the files that were there before', async () => {
    const world = createWorld();
    world.redeploy({ examination: RULE_SETS.columnLess });
    const { versionId } = world.upload(PATIENTS, patients(1, 2));
    await drain(world);
    expect(rowsPublished(world)).toContain('"mitoses_per_10_hpf":null');
    world.redeploy({ examination: RULE_SETS.today });
    await night(world);
    expect(world.errors).toEqual([]);
    expect(inputs(world)).toEqual({ [PATIENTS]: versionId });
    expect(rowsPublished(world)).toContain('"mitoses_per_10_hpf":7391.5');
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is not known to the release before, if that comes back', async () => {
    const world = createWorld();
    world.upload(PATIENTS, patients(1, 2));
    await drain(world);
    world.redeploy({ examination: RULE_SETS.columnLess });
    await night(world);
    expect(rowsPublished(world)).toContain('"mitoses_per_10_hpf":null');
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('a centre that is taken out', () => {
  it('counts no more, whether or not the table is ever lost, and is back when it is put in again', async () => {
    const world = createWorld();
    const { versionId } = world.upload(PATIENTS, patients(1, 2));
    const elsewhere = world.upload('uploads/lille/patients.csv', patients(1));
    await drain(world);
    world.redeploy({ centres: ['lille'] });
    await night(world);
    expect(inputs(world)).toEqual({ 'uploads/lille/patients.csv': elsewhere.versionId });
    const { id } = latestIn(world) ?? {};
    world.loseItems(() => true);
    await night(world);
    expect(latestIn(world)?.id).toBe(id);
    world.redeploy({ centres: CENTRES });
    await night(world);
    expect(inputs(world)).toEqual({
      [PATIENTS]: versionId,
      'uploads/lille/patients.csv': elsewhere.versionId,
    });
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('while the table is rebuilt', () => {
  /** A study of two files of which nothing is left in the table. */
  async function lostStudy(): Promise<World> {
    const world = createWorld();
    world.upload(PATIENTS, patients(1, 2));
    world.upload(PAIRS, pairs(100, 1, 2));
    await drain(world);
    world.loseItems(() => true);
    return world;
  }

  it('nothing is published, by the clock or after an upload, until all is there again', async () => {
    const world = await lostStudy();
    const before = { times: timesPublished(world), inputs: inputs(world) };
    world.ask('upload');
    await world.answerRequest();
    await finish(world);
    world.tell(PATIENTS);
    await world.deliver();
    await finish(world);
    expect(timesPublished(world)).toBe(before.times);
    await night(world);
    expect({ times: timesPublished(world), inputs: inputs(world) }).toEqual(before);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('what comes meanwhile is published with all the rest, or not yet', async () => {
    const world = await lostStudy();
    const { versionId } = world.upload(OTHERS, patients(3));
    await drain(world);
    expect(inputs(world)).toMatchObject({ [OTHERS]: versionId });
    expect(Object.keys(inputs(world))).toHaveLength(3);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('a file that cannot be brought in for an hour holds nothing up: the result is without it and names it', async () => {
    const world = await lostStudy();
    await night(world);
    world.redeploy({ examination: RULE_SETS.ruleMore });
    world.ask('schedule');
    const run = await world.answerRequest();
    await finish(world);
    expect(run.state).toBe('ended');
    // Whoever should look at the patients again is out of order; the pairs are looked at.
    const outOfOrder = world.messages.filter((message) => message.includes('patients'));
    world.messages.splice(0, world.messages.length, ...world.messages.filter((m) => !outOfOrder.includes(m)));
    await drain(world);
    expect(Object.keys(inputs(world))).toHaveLength(2);
    world.wait(59);
    world.ask('upload');
    await drain(world);
    expect(Object.keys(inputs(world))).toHaveLength(2);
    world.wait(2);
    world.ask('upload');
    await drain(world);
    expect(Object.keys(inputs(world))).toEqual([PAIRS]);
    const { pending } = manifestIn(world, latestIn(world)?.id ?? '');
    expect(pending).toMatchObject([{ key: PATIENTS, reason: 'not_examined_again' }]);
    expect(world.watching.violations).toEqual([]);
    world.messages.push(...outOfOrder);
    await drain(world);
    expect(Object.keys(inputs(world))).toHaveLength(2);
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('a result that was published without a file', () => {
  it('is followed by none that says nothing of it, though an old copy of the table knows neither', async () => {
    const world = createWorld();
    const copy = world.table.copy();
    world.upload(PATIENTS, patients(1, 2));
    await drain(world);
    world.loseItems(({ pk }) => pk !== 'PENDING');
    for (const minutes of [0, 61]) {
      world.wait(minutes);
      world.ask('schedule');
      await world.answerRequest();
      await finish(world);
    }
    expect(manifestIn(world, latestIn(world)?.id ?? '').pending).toMatchObject([{ key: PATIENTS }]);
    world.restoreTable(copy);
    world.messages.splice(0);
    world.ask('upload');
    await drain(world);
    expect(world.watching.violations).toEqual([]);
    expect(Object.keys(inputs(world))).toEqual([PATIENTS]);
  });
});

describe('which of two files with the same row counts', () => {
  it('does not depend on which of them is taken up first', async () => {
    const told = [OTHERS, PATIENTS];
    for (const order of [told, told.toReversed()]) {
      const world = createWorld();
      const { versionId } = world.upload(PATIENTS, patients(1, 2), 'lost');
      world.wait(1);
      world.upload(OTHERS, patients(2, 3), 'lost');
      for (const key of order) {
        world.tell(key);
        await drain(world);
      }
      expect(inputs(world)).toEqual({ [PATIENTS]: versionId });
      expect(await everythingWrong(world)).toEqual([]);
    }
  });

  it('is the same after the table was lost, and so is the version that a refused one falls back to', async () => {
    const world = createWorld();
    const older = world.upload(PATIENTS, patients(1, 2));
    world.wait(1);
    const younger = world.upload(OTHERS, patients(3));
    world.wait(1);
    world.upload(OTHERS, patients(2, 3));
    world.upload(PAIRS, patientsOfWrongSex(1));
    await drain(world);
    const before = { [PATIENTS]: older.versionId, [OTHERS]: younger.versionId };
    expect(inputs(world)).toEqual(before);
    const { id } = latestIn(world) ?? {};
    world.loseItems(() => true);
    // In this order the younger file would count, were it to go by that.
    for (const key of [OTHERS, PATIENTS, PAIRS]) world.tell(key);
    await drain(world);
    expect(latestIn(world)?.id).toBe(id);
    expect(inputs(world)).toEqual(before);
    expect(await everythingWrong(world)).toEqual([]);
  });
});
