import { describe, expect, it } from 'vitest';
import { notInTime, notLost } from './lost-round.ts';
import { sizeBySize } from './size-by-size.ts';

/** Fails so often, then answers how often it was tried. */
function failing(times: number, error: Error): () => Promise<number> {
  let tried = 0;
  return async () => {
    tried += 1;
    if (tried <= times) throw error;
    return tried;
  };
}

const LOST = notInTime('results/latest.json');

describe('a round of uploads', () => {
  it('whose event is lost is run again, three times at most', async () => {
    expect(await notLost(failing(2, LOST))).toBe(3);
    await expect(notLost(failing(3, LOST))).rejects.toBe(LOST);
  });

  it('that fails for another reason is not', async () => {
    const fault = new Error('a fault of ours');
    await expect(notLost(failing(1, fault))).rejects.toBe(fault);
  });
});

describe('sizes', () => {
  it('that were measured stay where a later one fails, which says why, and ends it', async () => {
    const found = await sizeBySize([1, 2, 3, 4], async (size) => {
      if (size === 3) throw LOST;
      return size * size;
    });
    expect([...found]).toEqual([
      [1, 1],
      [2, 4],
      [3, { why: 'results/latest.json is not there in time' }],
    ]);
  });

  it('say of what nobody foresaw what it was', async () => {
    const found = await sizeBySize([1], async () => {
      throw new TypeError('fetch failed');
    });
    expect(found.get(1)).toEqual({ why: 'failed: TypeError: fetch failed' });
  });
});
