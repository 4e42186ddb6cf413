import { describe, expect, it } from 'vitest';
import { headsAtRest, sameHeads } from '#functions/statistics/heads-at-rest.ts';
import { type CentreHead, emptyHead } from '#shared/storage/centre-head.ts';

const head = (centre: string, version: number): CentreHead => ({ ...emptyHead(centre), version });

/** Heads of which one moves at each of so many looks after the first; says how long was waited. */
async function waitedWhile(moves: number): Promise<readonly number[]> {
  const waited: number[] = [];
  let looks = 0;
  await headsAtRest({
    readHeads: async () => [head('caen', 7), head('rouen', Math.min(moves, looks++))],
    wait: async (milliseconds) => void waited.push(milliseconds),
  });
  return waited;
}

describe('the heads of a study', () => {
  it('are at rest once none has moved for two seconds', async () => {
    expect(await waitedWhile(0)).toEqual([2000]);
    expect(await waitedWhile(2)).toEqual([2000, 2000, 2000]);
  });

  it('are waited for for eight seconds, and no longer', async () => {
    expect(await waitedWhile(Number.POSITIVE_INFINITY)).toEqual([2000, 2000, 2000, 2000]);
  });

  it.each<[string, readonly CentreHead[], boolean]>([
    ['the same, in another order', [head('rouen', 2), head('caen', 1)], true],
    ['one that moved', [head('caen', 1), head('rouen', 3)], false],
    ['one that came', [head('caen', 1), head('rouen', 2), head('lille', 1)], false],
    ['one that went', [head('caen', 1)], false],
    ['another in its place', [head('caen', 1), head('lille', 2)], false],
  ])('are compared: %s', (_, after, same) => {
    expect(sameHeads([head('caen', 1), head('rouen', 2)], after)).toBe(same);
  });
});
