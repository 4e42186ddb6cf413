import { describe, expect, it } from 'vitest';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { everythingWrong } from './oracle/everything.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, night } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { headsIn } from './world/witness.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const inForce = ({ table }: World) => filesInForce(headsIn(table)).map(({ key }) => key);

describe('a centre that leaves the study', () => {
  it('can withdraw what it sent', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await drain(world);
    world.redeploy({ centres: ['lille'] });
    world.remove(KEY);
    await drain(world);
    expect(reportOf(world, KEY)?.verdict).toBe('withdrawn');
    expect(inForce(world)).toEqual([]);
    expect(await everythingWrong(world)).toEqual([]);
  });

  it('cannot replace it, and nothing of it counts', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await drain(world);
    world.redeploy({ centres: ['lille'] });
    world.upload(KEY, patients(3));
    await drain(world);
    expect(reportOf(world, KEY)).toMatchObject({
      verdict: 'refused',
      problems: [{ code: 'UNKNOWN_CENTRE' }],
      stillInForce: null,
    });
    expect(inForce(world)).toEqual([]);
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('a file of a centre that has left', () => {
  it('is said to be refused when its report is gone', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await drain(world);
    world.redeploy({ centres: ['lille'] });
    world.bucket.remove(reportKeys(KEY).json);
    world.tell(KEY);
    await drain(world);
    expect(reportOf(world, KEY)).toMatchObject({
      verdict: 'refused',
      problems: [{ code: 'UNKNOWN_CENTRE' }],
    });
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('a centre that joins the study', () => {
  it('has what it dropped before read at night', async () => {
    const world = createWorld();
    world.redeploy({ centres: ['lille'] });
    world.upload(KEY, patients(1, 2));
    await drain(world);
    expect(reportOf(world, KEY)).toMatchObject({
      verdict: 'refused',
      problems: [{ code: 'UNKNOWN_CENTRE' }],
    });
    world.redeploy({ centres: ['lille', 'rouen'] });
    await night(world);
    expect(reportOf(world, KEY)).toMatchObject({ verdict: 'accepted', rows: 2 });
    expect(await everythingWrong(world)).toEqual([]);
  });
});

describe('a file in the folder of no centre', () => {
  it('is said to be withdrawn at night when the event of its deletion was lost', async () => {
    const world = createWorld();
    world.upload('uploads/stray/deep/patients.csv', patients(1));
    await drain(world);
    world.remove('uploads/stray/deep/patients.csv', 'lost');
    await night(world);
    expect(reportOf(world, 'uploads/stray/deep/patients.csv')?.verdict).toBe('withdrawn');
    expect(await everythingWrong(world)).toEqual([]);
  });
});
