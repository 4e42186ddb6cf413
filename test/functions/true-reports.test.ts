import { describe, expect, it } from 'vitest';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, finish, night, releaseUntil } from './world/deliveries.ts';
import { lesions, pairs, patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const PATIENTS = 'uploads/rouen/patients.csv';
const PAIRS = 'uploads/rouen/pairs.csv';
const LESIONS = 'uploads/rouen/lesions.csv';

const codesOn = (world: World, key: string) => {
  const report = reportOf(world, key);
  return [...(report?.problems ?? []), ...(report?.warnings ?? [])].map(({ code }) => code);
};
const ORPHAN = 'PATIENT_NOT_SENT';

/** A study in which pairs came before their patients. */
async function pairsFirst(): Promise<World> {
  const world = createWorld();
  world.upload(PAIRS, pairs(100, 1, 2));
  await drain(world);
  expect(codesOn(world, PAIRS)).toContain(ORPHAN);
  world.wait(1);
  return world;
}

describe('the report on pairs', () => {
  it('warns of no absent patient any more once the patients came', async () => {
    const world = await pairsFirst();
    world.upload(PATIENTS, patients(1, 2));
    await drain(world);
    expect(codesOn(world, PAIRS)).not.toContain(ORPHAN);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('warns of them again when the patients are withdrawn, and of those who are missing from a correction', async () => {
    const world = await pairsFirst();
    world.upload(PATIENTS, patients(1, 2));
    await drain(world);
    world.upload(PATIENTS, patients(1));
    await drain(world);
    expect(codesOn(world, PAIRS).filter((code) => code === ORPHAN)).toHaveLength(1);
    world.remove(PATIENTS);
    await drain(world);
    expect(codesOn(world, PAIRS).filter((code) => code === ORPHAN)).toHaveLength(2);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it.each(['dies before', 'dies after'] as const)(
    'is true also where an ingest %s one of the writes that it leads to',
    async (fault) => {
      for (const write of ['PutItemCommand STUDY', 'Invoke', `PutObjectCommand ${reportKeys(PAIRS).json}`]) {
        const world = await pairsFirst();
        world.upload(PATIENTS, patients(1, 2));
        await world.deliver();
        await finish(world);
        await world.answerRequest();
        await finish(world);
        const run = await world.deliver();
        await world.release(await releaseUntil(world, run, write), fault);
        await drain(world);
        expect(codesOn(world, PAIRS)).not.toContain(ORPHAN);
        expect(await everythingWrong(world)).toEqual([]);
      }
    },
  );

  it('says the same at the same moment of the verdict, and what had changed', async () => {
    const world = await pairsFirst();
    const before = reportOf(world, PAIRS);
    world.upload(PATIENTS, patients(1, 2));
    await drain(world);
    expect(reportOf(world, PAIRS)).toMatchObject({ at: before?.at, changes: before?.changes });
  });
});

describe('who enters the study', () => {
  const enter = (world: World, key: string) => {
    const entering = reportOf(world, key)?.entering;
    return entering && [entering.patients, entering.pairs, ...entering.leftOut.map(({ reason }) => reason)];
  };

  it('is said of patients and of pairs beside the other files, whichever came first', async () => {
    const world = await pairsFirst();
    expect(enter(world, PAIRS)).toEqual([0, 0, 'patient_not_sent']);
    world.upload(PATIENTS, patients(1, 3));
    await drain(world);
    expect(enter(world, PAIRS)).toEqual([1, 1, 'patient_not_sent']);
    expect(enter(world, PATIENTS)).toEqual([1, 1, 'no_pair_sent']);
    world.remove(PAIRS);
    await drain(world);
    expect(enter(world, PATIENTS)).toEqual([2, null]);
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('the report on a file that is refused', () => {
  it('names the rows that are in the way now, and no others', async () => {
    const world = createWorld();
    world.upload(PATIENTS, patients(1));
    world.upload('uploads/rouen/others.csv', patients(2));
    world.wait(1);
    world.upload('uploads/rouen/young.csv', patients(1, 2, 3));
    await drain(world);
    expect(codesOn(world, 'uploads/rouen/young.csv')).toHaveLength(2);
    world.remove('uploads/rouen/others.csv');
    await drain(world);
    expect(codesOn(world, 'uploads/rouen/young.csv')).toHaveLength(1);
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('the report on patients who are fewer than before', () => {
  it('speaks of pairs that are left alone as long as they are there', async () => {
    const world = createWorld();
    world.upload(PATIENTS, patients(1, 2));
    await drain(world);
    world.upload(PATIENTS, patients(1));
    await drain(world);
    expect(reportOf(world, PATIENTS)?.headline).toBeNull();
    world.upload(PAIRS, pairs(100, 1, 2));
    await drain(world);
    expect(reportOf(world, PATIENTS)?.headline).not.toBeNull();
    world.upload(PAIRS, pairs(100, 1));
    await drain(world);
    expect(reportOf(world, PATIENTS)?.headline).toBeNull();
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('hints at reports', () => {
  /** How often an ingest was started until nothing was left to do. */
  async function ingests(world: World): Promise<number> {
    let started = 0;
    while (world.messages.length + world.requests.length > 0) {
      started += world.messages.length > 0 ? 1 : 0;
      if (world.messages.length > 0) await world.deliver();
      else await world.answerRequest();
      await finish(world);
    }
    return started;
  }

  const pairsOf = async (files: number): Promise<World> => {
    const world = createWorld();
    for (let file = 1; file <= files; file++)
      world.upload(`uploads/rouen/pairs-${file}.csv`, pairs(100, file));
    await drain(world);
    world.wait(1);
    return world;
  };

  it('are one for each file of the centre that speaks of the one that came', async () => {
    const world = await pairsOf(10);
    world.upload(PATIENTS, patients(1, 2, 3));
    expect(await ingests(world)).toBe(1 + 10);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('are one for each file that is there when another comes', async () => {
    const world = createWorld();
    const told: number[] = [];
    for (const [key, content] of [
      [PATIENTS, patients(1)],
      [PAIRS, pairs(100, 1)],
      [LESIONS, lesions(1, 1, 2)],
    ] as const) {
      world.upload(key, content);
      told.push((await ingests(world)) - 1);
      world.wait(1);
    }
    expect(told).toEqual([0, 1, 2]);
  });

  it('hold up no result', async () => {
    const world = await pairsOf(2);
    world.upload(PATIENTS, patients(1, 2));
    await world.deliver();
    await finish(world);
    await world.answerRequest();
    await finish(world);
    expect(world.messages).toHaveLength(2);
    expect(world.logLines.at(-1)).toContain('result-computed');
  });

  it('are sent by the clock where the run that would have sent them never came', async () => {
    const world = await pairsOf(3);
    world.upload(PATIENTS, patients(1, 2));
    await world.deliver();
    await finish(world);
    world.requests.splice(0);
    await night(world);
    expect(await everythingWrong(world)).toEqual([]);
  });
});
