import { createHash } from 'node:crypto';

/**
 * Shares what each centre has among some stacks, since one stack takes 500 resources: by the centre's own name, so that it
 * stays where it is whoever comes or goes.
 */
export const centreGroups = (
  centres: readonly string[],
  groups: number,
): ReadonlyMap<number, readonly string[]> =>
  Map.groupBy(centres, (centre) => createHash('sha256').update(centre).digest().readUInt8() % groups);
