import { describe, expect, it } from 'vitest';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { everythingWrong } from './oracle/everything.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, night } from './world/deliveries.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { pairs } from './world/study-files.ts';
import { headsIn } from './world/witness.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/pairs.csv';
const A_DAY = 24 * 60;
/** The day after the one on which the world begins. */
const OF_TOMORROW = pairs(100, 1).replace('2019-05-20', '2026-11-03').replace('2019-05-06', '2026-11-01');

const inForce = ({ table }: World) => filesInForce(headsIn(table)).map(({ versionId }) => versionId);

describe('a scan of the day after the upload', () => {
  it('is refused, also when that day has come, until it is sent again', async () => {
    const world = createWorld();
    world.upload(KEY, OF_TOMORROW);
    await drain(world);
    expect(reportOf(world, KEY)?.problems).toMatchObject([{ code: 'DATE_AFTER_UPLOAD', column: 'mri_date' }]);
    world.wait(A_DAY);
    world.redeploy({ examination: RULE_SETS.fewerLesions });
    await night(world);
    expect(reportOf(world, KEY)?.verdict).toBe('refused');
    expect(inForce(world)).toEqual([]);
    expect(await everythingWrong(world)).toEqual([]);
    const { versionId } = world.upload(KEY, OF_TOMORROW);
    await drain(world);
    expect(inForce(world)).toEqual([versionId]);
    expect(await everythingWrong(world)).toEqual([]);
  });
});
