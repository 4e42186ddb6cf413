import { describe, expect, it } from 'vitest';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { everythingWrong } from './oracle/everything.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, night } from './world/deliveries.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { pairs, patients, patientsOfWrongSex, patientsSpeltOtherwise } from './world/study-files.ts';
import { headsIn } from './world/witness.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const OTHER = 'uploads/rouen/others.csv';
const PAIRS = 'uploads/rouen/pairs.csv';

const inForce = ({ table }: World) =>
  filesInForce(headsIn(table)).map(({ key, versionId }) => [key, versionId]);
const codesOn = (world: World, key = KEY) => reportOf(world, key)?.problems.map(({ code }) => code);

/** Uploads them one after the other, each dealt with before the next comes. */
async function sent(world: World, ...contents: readonly string[]): Promise<string[]> {
  const versions: string[] = [];
  for (const content of contents) {
    versions.push(world.upload(KEY, content).versionId);
    world.wait(1);
    await drain(world);
  }
  return versions;
}

describe('a version in which the ids have lost their zeros', () => {
  it('is refused, and what it would have replaced goes on counting, with the younger files beside it', async () => {
    const world = createWorld();
    const [first] = await sent(world, patients(1, 2));
    const { versionId: beside } = world.upload(PAIRS, pairs(100, 1, 2));
    await drain(world);
    await sent(world, patientsSpeltOtherwise(1, 2));
    expect(codesOn(world)).toEqual(['ID_ALIKE_BEFORE', 'ID_ALIKE_BEFORE']);
    expect(inForce(world)).toEqual([
      [PAIRS, beside],
      [KEY, first],
    ]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is refused as often as it is sent, also where errors came between', async () => {
    const world = createWorld();
    const wrong = patientsSpeltOtherwise(1);
    const [first] = await sent(world, patients(1, 2), wrong, patientsOfWrongSex(1), wrong, wrong);
    expect(codesOn(world)).toEqual(['ID_ALIKE_BEFORE']);
    expect(inForce(world)).toEqual([[KEY, first]]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is refused whatever the rules of the day, when all is looked at again', async () => {
    const world = createWorld();
    const [first] = await sent(world, patients(1, 2), patientsSpeltOtherwise(1));
    world.redeploy({ examination: RULE_SETS.fewerLesions });
    await night(world);
    expect(inForce(world)).toEqual([[KEY, first]]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is accepted once the file was deleted, or where no version before it could be read', async () => {
    const world = createWorld();
    await sent(world, patientsOfWrongSex(1), patientsSpeltOtherwise(1));
    expect(codesOn(world)).toEqual([]);
    world.remove(KEY);
    world.wait(1);
    const [again] = await sent(world, patients(1));
    expect(inForce(world)).toEqual([[KEY, again]]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is measured by a version that counts for nothing over another file’s rows', async () => {
    const world = createWorld();
    world.upload(OTHER, patients(2));
    world.wait(1);
    await drain(world);
    await sent(world, patients(1, 2), patientsSpeltOtherwise(1));
    expect(codesOn(world)).toEqual(['ID_ALIKE_BEFORE']);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is accepted by the clock’s run once the version before is deleted for good, though no event tells', async () => {
    const world = createWorld();
    const [, before = '', newest] = await sent(
      world,
      patientsOfWrongSex(1),
      patients(1),
      patientsSpeltOtherwise(1),
    );
    world.erase(KEY, before, 'lost');
    await night(world);
    expect(inForce(world)).toEqual([[KEY, newest]]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('is refused after all once the version between it and the other spelling is deleted for good', async () => {
    const world = createWorld();
    const [first, between = ''] = await sent(world, patients(1), patients(2), patientsSpeltOtherwise(1));
    expect(codesOn(world)).toEqual([]);
    world.erase(KEY, between, 'lost');
    await night(world);
    expect(inForce(world)).toEqual([[KEY, first]]);
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('a version that no longer has a patient whose pairs count', () => {
  it('is accepted, and the first line of its report says how many are left alone', async () => {
    const world = createWorld();
    await sent(world, patients(1, 2, 3));
    world.upload(PAIRS, pairs(100, 1, 2));
    await drain(world);
    const [newest] = await sent(world, patients(3));
    expect(inForce(world)).toContainEqual([KEY, newest]);
    const text = new TextDecoder().decode(world.bucket.current(reportKeys(KEY).text)?.bytes);
    expect(text.split('\n', 1)).toEqual([`ACCEPTÉ   ${KEY}   2 couples restent sans leur patient`]);
    expect(text).toContain(`\nACCEPTED   ${KEY}   2 pairs are left without their patient\n`);
    expect(await everythingWrong(world)).toEqual([]);
  });
});
