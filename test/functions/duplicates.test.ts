import { describe, expect, it } from 'vitest';
import { filesBeside } from '#functions/storage/files-beside.ts';
import { emptyHead } from '#shared/storage/centre-head.ts';
import { reportOf } from './oracle/reports.ts';
import { STORIES } from './stories.ts';
import { worldBefore } from './story.ts';
import { drain } from './world/deliveries.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { patients } from './world/study-files.ts';
import { mailsTo } from './world/told.ts';
import { headsIn } from './world/witness.ts';

describe('the second delivery of an event that was dealt with', () => {
  it.each(Object.entries(STORIES))('writes nothing after %s', async (_, story) => {
    const world = await worldBefore(story);
    story.event(world);
    await drain(world);
    const written = { objects: world.bucket.changes(), items: world.table.changes() };
    expect(written.objects).toBeGreaterThan(0);
    world.tell(story.key);
    await drain(world);
    expect({ objects: world.bucket.changes(), items: world.table.changes() }).toEqual(written);
  });

  it('of a file past the centre’s most files records nothing and reports on each version once', async () => {
    const world = await worldBefore({ before: () => {}, event: () => {}, key: '', bringsRows: false });
    const refused = {
      versionId: 'v',
      since: '2026-01-01T00:00:00.000Z',
      state: 'refused' as const,
      rules: RULE_SETS.today.rules,
      at: '2026-01-01T00:00:00Z',
      blockedBy: [],
      refusedSince: null,
      refusedForGood: true,
      refusedVersions: 1,
      versions: 2,
      inForce: null,
      replaced: null,
    };
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, number) => [
        `uploads/rouen/${number}.csv`,
        { ...refused, beside: filesBeside(emptyHead('rouen'), '', refused, []) },
      ]),
    );
    world.table.put({ pk: 'STUDY', sk: 'CENTRE#rouen', form: 2, centre: 'rouen', version: 1, files });
    const heads = () => JSON.stringify(headsIn(world.table));
    const before = heads();
    world.upload('uploads/rouen/one-more.csv', patients(1), 'twice');
    await drain(world);
    expect(reportOf(world, 'uploads/rouen/one-more.csv')?.problems).toMatchObject([
      { code: 'TOO_MANY_FILES' },
    ]);
    expect(heads()).toBe(before);
    expect(mailsTo(world, 'rouen')).toHaveLength(1);
    expect(world.logLines.filter((line) => line.includes('"refused"'))).toHaveLength(1);
    world.upload('uploads/rouen/one-more.csv', patients(2));
    await drain(world);
    expect(world.logLines.filter((line) => line.includes('"refused"'))).toHaveLength(2);
    world.remove('uploads/rouen/one-more.csv');
    await drain(world);
    expect(reportOf(world, 'uploads/rouen/one-more.csv')?.verdict).toBe('withdrawn');
  });
});
