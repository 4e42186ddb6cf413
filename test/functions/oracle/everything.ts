import type { World } from '../world/world.ts';
import { wrongLatest, wrongResults } from './published.ts';
import { wrongRecords } from './records.ts';
import { wrongReports } from './reports.ts';
import { wrongRows } from './rows.ts';

/** Everything that is wrong with a world in which nothing is left to do; nothing, where the design keeps its promises. */
export async function everythingWrong(world: World): Promise<readonly string[]> {
  return [
    ...world.watching.violations,
    ...wrongRecords(world),
    ...wrongRows(world),
    ...(await wrongLatest(world)),
    ...(await wrongResults(world)),
    ...wrongReports(world),
  ];
}
