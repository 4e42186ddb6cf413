import { expect, it } from 'vitest';
import { LATEST_RESULT } from '#shared/storage/bucket-keys.ts';
import { pendingKey, STAGED, TOLD } from '#shared/storage/item-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, night } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const OTHER = 'uploads/rouen/others.csv';

const damageAll = (partition: string) => (world: World) =>
  world.alterItems(({ pk }) => (pk === partition ? { rules: 7 } : undefined));

it.each<[string, (world: World) => void]>([
  [
    'the note of a file that is waited for',
    (world) => world.table.put({ ...pendingKey(KEY), answers: 'many' }),
  ],
  ['the record of staged rows', damageAll(STAGED)],
  ['the note of what was told', damageAll(TOLD)],
  ['what says which result is the latest', (world) => world.tamper(LATEST_RESULT, '{"id":')],
])('%s may be damaged: the next verdict arrives all the same, and the night ends well', async (_, damage) => {
  // The witness, too, reads which result is the latest.
  const world = createWorld({ watched: false });
  world.upload(KEY, patients(1));
  await drain(world);
  world.wait(61);
  damage(world);
  const { versionId } = world.upload(KEY, patients(1, 2));
  world.upload(OTHER, patients(3));
  await drain(world);
  expect(reportOf(world, KEY)).toMatchObject({ versionId, verdict: 'accepted' });
  await night(world);
  expect(world.errors).toEqual([]);
  expect(await everythingWrong(world)).toEqual([]);
});
