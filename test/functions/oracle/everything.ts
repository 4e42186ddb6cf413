import type { World } from '../world/world.ts';
import { wrongVerdicts } from './in-force.ts';
import { wrongLatest, wrongResults } from './published.ts';
import { wrongReports } from './reports.ts';

/** Everything that is wrong with a world in which nothing is left to do; nothing, where the design keeps its promises. */
export async function everythingWrong(world: World): Promise<readonly string[]> {
  return [
    ...world.watching.violations,
    ...wrongVerdicts(world),
    ...(await wrongLatest(world)),
    ...(await wrongResults(world)),
    ...wrongReports(world),
  ];
}
