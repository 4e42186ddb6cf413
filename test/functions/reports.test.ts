import { describe, expect, it } from 'vitest';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import { LARGEST_FILE_BYTES } from '#shared/validation/limits.ts';
import { reportOf, wrongReports } from './oracle/reports.ts';
import { drain, night, releaseUntil } from './world/deliveries.ts';
import { PRIVATE, patients, patientsOfWrongSex } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const textAt = ({ bucket }: World, key: string) => new TextDecoder().decode(bucket.current(key)?.bytes);

describe('what a centre gets back', () => {
  it('says what changed against the version before', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await drain(world);
    expect(reportOf(world, KEY)?.changes).toEqual({ added: 2, changed: 0, removed: 0 });
    world.upload(KEY, patients(2, 3, 4));
    await drain(world);
    expect(reportOf(world, KEY)).toMatchObject({ rows: 3, changes: { added: 2, changed: 0, removed: 1 } });
  });

  it('says what changed even where the run that moved the head died before it said so', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await drain(world);
    world.upload(KEY, patients(2, 3, 4));
    const run = await world.deliver();
    await world.release(await releaseUntil(world, run, 'Invoke'), 'dies before');
    await drain(world);
    expect(reportOf(world, KEY)).toMatchObject({ rows: 3, changes: { added: 2, changed: 0, removed: 1 } });
  });

  it('does not say what changed where the rows of the version before are swept', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await drain(world);
    world.upload(KEY, patients(2, 3, 4));
    await drain(world);
    world.wait(61);
    await night(world);
    world.bucket.remove(reportKeys(KEY).json);
    world.tell(KEY);
    await drain(world);
    expect(reportOf(world, KEY)).toMatchObject({ verdict: 'accepted', rows: 3, changes: null });
  });

  it('says which version still counts when a new one is refused', async () => {
    const world = createWorld();
    const { versionId } = world.upload(KEY, patients(1, 2));
    await drain(world);
    world.upload(KEY, patientsOfWrongSex(1));
    await drain(world);
    expect(reportOf(world, KEY)).toMatchObject({ verdict: 'refused', stillInForce: { versionId, rows: 2 } });
  });

  it('opens in a browser and in a spreadsheet', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await drain(world);
    const { json, text, annotated } = reportKeys(KEY);
    expect([json, text, annotated].map((key) => world.bucket.current(key)?.contentType)).toEqual([
      'application/json',
      'text/plain; charset=utf-8',
      'text/csv',
    ]);
    expect(textAt(world, json)).toMatch(/^\{\n "/);
    expect(textAt(world, json)).toMatch(/\n\}\n$/);
  });

  it('names the place of the same row in another file', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    world.wait(1);
    world.upload('uploads/rouen/others.csv', patients(2));
    await drain(world);
    const [problem] = reportOf(world, 'uploads/rouen/others.csv')?.problems ?? [];
    expect(problem?.message.en).toContain(KEY);
    expect(problem?.message.en).toContain('line 3');
  });

  it('refuses a file over the largest size without reading it', async () => {
    const world = createWorld();
    world.upload(KEY, new Uint8Array(LARGEST_FILE_BYTES + 1));
    await drain(world);
    expect(reportOf(world, KEY)?.problems).toMatchObject([{ code: 'FILE_TOO_LARGE' }]);
    world.upload(KEY, new Uint8Array(LARGEST_FILE_BYTES));
    await drain(world);
    expect(reportOf(world, KEY)?.problems).not.toMatchObject([{ code: 'FILE_TOO_LARGE' }]);
  });

  it('keeps nothing of a file that was withdrawn', async () => {
    const world = createWorld();
    world.upload(KEY, patientsOfWrongSex(1));
    await drain(world);
    const keys = Object.values(reportKeys(KEY));
    const quotes = () => keys.filter((key) => PRIVATE.some((word) => textAt(world, key).includes(word)));
    expect(quotes()).not.toEqual([]);
    world.remove(KEY);
    await drain(world);
    expect(quotes()).toEqual([]);
    expect(world.errors).toEqual([]);
  });

  it('has no annotated file of what is no text, and none of an older version', async () => {
    const world = createWorld();
    const { json, annotated } = reportKeys(KEY);
    world.upload(KEY, new TextEncoder().encode('%PDF-1.7'));
    await drain(world);
    expect(reportOf(world, KEY)?.problems).toMatchObject([{ code: 'NOT_CSV' }]);
    expect(world.bucket.current(annotated)).toBeUndefined();
    const { versionId } = world.bucket.current(json) ?? {};
    world.tell(KEY);
    await drain(world);
    // Complete as it is: it is not written again.
    expect(world.bucket.current(json)?.versionId).toBe(versionId);

    world.upload(KEY, patients(1, 2));
    await drain(world);
    expect(textAt(world, annotated)).toContain('ZZ-secret-2');
    world.upload(KEY, new TextEncoder().encode('%PDF-1.7'));
    await drain(world);
    expect(textAt(world, annotated)).toContain('There is no text to annotate any more');
    expect(wrongReports(world)).toEqual([]);
  });

  it('says that a file is withdrawn even where its acceptance was never reported', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    const run = await world.deliver();
    await world.release(await releaseUntil(world, run, 'PutObjectCommand'), 'dies before');
    world.messages.length = 0;
    world.remove(KEY);
    await drain(world);
    expect(reportOf(world, KEY)?.verdict).toBe('withdrawn');
  });

  it('is nothing for a file that never was', async () => {
    const world = createWorld();
    world.tell(KEY);
    await drain(world);
    expect(world.bucket.keys('reports/')).toEqual([]);
  });

  it.each([
    [
      'was written in an older form',
      (world: World) =>
        world.bucket.put(reportKeys(KEY).json, new TextEncoder().encode('{"verdict":"fine"}')),
    ],
    [
      'was cut off',
      (world: World) => world.bucket.put(reportKeys(KEY).json, new TextEncoder().encode('{"verd')),
    ],
    [
      'lost its text to somebody else',
      (world: World) => world.bucket.put(reportKeys(KEY).text, new TextEncoder().encode('?')),
    ],
    ['lost its annotated file', (world: World) => world.bucket.remove(reportKeys(KEY).annotated)],
  ])('is written again when it %s', async (_, spoil) => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await drain(world);
    spoil(world);
    world.tell(KEY);
    await drain(world);
    expect(wrongReports(world)).toEqual([]);
    expect(textAt(world, reportKeys(KEY).annotated)).toContain('ZZ-secret-2');
  });
});
