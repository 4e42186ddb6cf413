import { expect, it } from 'vitest';
import { those } from '#shared/study/those.ts';

it('those that stay are the same list where all do, and one of its own where not', () => {
  const items = [1, 2, 3];
  expect(those(items, (item) => item > 0)).toBe(items);
  expect(those(items, (item) => item > 1)).toEqual([2, 3]);
  expect(those(items, () => false)).toEqual([]);
});
