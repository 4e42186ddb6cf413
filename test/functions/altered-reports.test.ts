import { describe, expect, it } from 'vitest';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, night } from './world/deliveries.ts';
import { pairs, patients, patientsOfWrongSex } from './world/study-files.ts';
import { textAt } from './world/text-at.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const { json, text, annotated } = reportKeys(KEY);
const others = ['uploads/rouen/pairs.csv', 'uploads/lille/patients.csv'];

/** A study whose first file was accepted, then refused. */
async function refusedStudy(): Promise<{ readonly world: World; readonly older: string }> {
  // The witness, too, reads each report that it has not seen.
  const world = createWorld({ watched: false });
  world.upload(KEY, patients(1, 2));
  world.upload(others[0] ?? '', pairs(100, 1, 2));
  world.upload(others[1] ?? '', patients(5));
  await drain(world);
  const older = textAt(world, json);
  world.upload(KEY, patientsOfWrongSex(1));
  await drain(world);
  return { world, older };
}

/** A hand alters an object, and a night goes by. */
async function alteredUntilNight(world: World, key: string, tampered: (now: string) => string | undefined) {
  const before = textAt(world, key);
  const altered = tampered(before);
  expect(altered).not.toBe(before);
  world.tamper(key, altered);
  await night(world);
  return { before, altered };
}

describe('a report that is no true one any more', () => {
  it.each<[string, string, (now: string, older: string) => string | undefined]>([
    ['deleted', json, () => undefined],
    ['no JSON', json, () => 'by hand'],
    ['of another version', json, (_, older) => older],
    ['with a problem less', json, (now) => JSON.stringify({ ...JSON.parse(now), problems: [] })],
    ['with another line', json, (now) => now.replace('"row": 2', '"row": 3')],
    ['with a deleted text', text, () => undefined],
    ['with another text', text, (now) => now.replace('1', '0')],
    ['with a deleted annotated file', annotated, () => undefined],
    ['with another annotated file', annotated, () => 'by hand'],
  ])('%s is written anew by the night', async (_, key, tampered) => {
    const { world, older } = await refusedStudy();
    const { before } = await alteredUntilNight(world, key, (now) => tampered(now, older));
    expect(await everythingWrong(world)).toEqual([]);
    if (key !== json) expect(textAt(world, key)).toBe(before);
  });

  it.each<[string, string, (now: string, older: string) => string]>([
    ['that is no JSON', json, () => 'by hand'],
    ['of the file that was there', json, (_, older) => older],
    ['at another moment', json, (now) => now.replace(/"at": "20\d\d/, '"at": "1999')],
    ['with another text', text, () => 'by hand'],
  ])('%s is written anew by the night where the file is gone', async (_, key, tampered) => {
    const { world, older } = await refusedStudy();
    world.remove(KEY);
    await drain(world);
    const { altered } = await alteredUntilNight(world, key, (now) => tampered(now, older));
    expect(await everythingWrong(world)).toEqual([]);
    expect(textAt(world, key)).not.toBe(altered);
    expect(reportOf(world, KEY)).toMatchObject({ verdict: 'withdrawn' });
  });

  it('costs the night one look at each file, also a withdrawn one, and where all are true nothing is written', async () => {
    const { world } = await refusedStudy();
    world.remove('uploads/lille/patients.csv');
    await drain(world);
    const versions = () =>
      [KEY, ...others].map((key) => world.bucket.current(reportKeys(key).json)?.versionId);
    const before = versions();
    world.ask('schedule');
    const looks = world.delays.length;
    await drain(world);
    expect(world.delays.length - looks).toBe(1 + others.length);
    expect(versions()).toEqual(before);
  });
});
