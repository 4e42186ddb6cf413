import { describe, expect, it } from 'vitest';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, night } from './world/deliveries.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { lesions, patients } from './world/study-files.ts';
import { headsIn } from './world/witness.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';

const versionInForce = ({ table }: World) => filesInForce(headsIn(table))[0]?.versionId;
const timesLogged = ({ logLines }: World, event: string) =>
  logLines.filter((line) => line.includes(`"${event}"`)).length;

describe('an accepted file that new rules refuse', () => {
  /** Its first version passes all rules, its second one only those of today. */
  async function underNewRules(): Promise<World> {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await drain(world);
    world.upload(KEY, patients(1, 2, 3));
    await drain(world);
    world.redeploy({ examination: RULE_SETS.ruleMore });
    await night(world);
    return world;
  }

  it('leaves the study: its sender is told, a log event tells once, and its newest acceptable version counts', async () => {
    const world = await underNewRules();
    expect(reportOf(world, KEY)).toMatchObject({
      verdict: 'refused',
      refusedSince: expect.stringMatching(/^2026-/),
      stillInForce: { rows: 2 },
    });
    expect(versionInForce(world)).toBe(reportOf(world, KEY)?.stillInForce?.versionId);
    await night(world);
    expect(timesLogged(world, 'refused-by-new-rules')).toBe(1);
  });

  it('is said to be one since then where still other rules refuse it, and logged no more', async () => {
    const world = await underNewRules();
    const since = reportOf(world, KEY)?.refusedSince;
    world.wait(60);
    world.redeploy({ examination: { ...RULE_SETS.ruleMore, rules: 'the same by another name' } });
    await night(world);
    expect(reportOf(world, KEY)).toMatchObject({ rules: 'the same by another name', refusedSince: since });
    expect(timesLogged(world, 'refused-by-new-rules')).toBe(1);
  });

  it('is back when those rules go', async () => {
    const world = await underNewRules();
    world.redeploy({ examination: RULE_SETS.today });
    await night(world);
    expect(reportOf(world, KEY)).toMatchObject({
      verdict: 'accepted',
      rows: 3,
      refusedSince: null,
      // Against the version that counted meanwhile.
      changes: { added: 1, changed: 0, removed: 0 },
    });
  });

  it('is no longer said to be one once its sender sends another version', async () => {
    const world = await underNewRules();
    world.upload(KEY, patients(3));
    await drain(world);
    expect(reportOf(world, KEY)).toMatchObject({ verdict: 'refused', refusedSince: null });
  });

  it('is none of them where it was refused before', async () => {
    const world = createWorld();
    world.redeploy({ examination: RULE_SETS.ruleMore });
    world.upload(KEY, patients(3));
    await drain(world);
    world.redeploy({ examination: { ...RULE_SETS.ruleMore, rules: 'the same by another name' } });
    await night(world);
    expect(reportOf(world, KEY)).toMatchObject({ verdict: 'refused', refusedSince: null });
    expect(timesLogged(world, 'refused-by-new-rules')).toBe(0);
  });

  it('is none of them where by these rules it does not fit beside an older file, whichever is read first', async () => {
    const [old, young] = ['uploads/rouen/old.csv', 'uploads/rouen/young.csv'];
    for (const order of [
      [old, young],
      [young, old],
    ]) {
      const world = createWorld();
      world.upload(old, lesions(1, 1, 2, 3));
      world.wait(1);
      world.upload(young, lesions(1, 4, 5));
      await drain(world);
      expect(reportOf(world, young)?.verdict).toBe('accepted');
      world.redeploy({ examination: RULE_SETS.fewerLesions });
      for (const key of order) {
        world.tell(key);
        await drain(world);
      }
      expect(reportOf(world, young)).toMatchObject({ verdict: 'refused', refusedSince: null });
      expect(timesLogged(world, 'refused-by-new-rules')).toBe(0);
    }
  });
});

describe('a file that new rules accept with the same rows', () => {
  it('costs one update of its head, and keeps the hour of its verdict', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await drain(world);
    const before = reportOf(world, KEY);
    const versionOf = () => headsIn(world.table)[0]?.version;
    const version = versionOf() ?? 0;
    const rowsBefore = world.table.partitionNames().filter((name) => name.startsWith('ROWS#'));
    world.redeploy({ examination: { ...RULE_SETS.today, rules: 'the same by another name' } });
    await night(world);
    expect(versionOf()).toBe(version + 1);
    expect(world.table.partitionNames().filter((name) => name.startsWith('ROWS#'))).toEqual(rowsBefore);
    expect(reportOf(world, KEY)).toEqual({ ...before, rules: 'the same by another name' });
  });
});
