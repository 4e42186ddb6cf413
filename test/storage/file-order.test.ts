import { describe, expect, it } from 'vitest';
import { emptyHead, withFiles } from '#shared/storage/centre-head.ts';
import { isOlder, isStillBlocked, otherFilesInForce } from '#shared/storage/file-order.ts';
import { accepted, inForce, refused } from './file-records.ts';

const [EARLY, LATE] = ['2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'];

describe('of two files of a centre', () => {
  it('the one that is longer in the bucket is older; of the same second, the one whose name comes first', () => {
    const [a, b, late] = [
      { key: 'a', since: EARLY },
      { key: 'b', since: EARLY },
      { key: '0', since: LATE },
    ];
    expect([isOlder(a, b), isOlder(b, late), isOlder(b, a), isOlder(late, a), isOlder(a, a)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the other files in force', () => {
  it('come with the oldest first, each told to be older than the one that is examined or not', () => {
    const head = withFiles(emptyHead('rouen'), {
      young: accepted('v1', { since: LATE }),
      z: accepted('v2', { since: EARLY }),
      b: accepted('v3', { since: EARLY }),
      nothing: refused('v4'),
      one: accepted('v5', { since: EARLY }),
    });
    const others = otherFilesInForce(head, { key: 'one', since: EARLY });
    expect(others.map(({ file, older }) => [file.key, older])).toEqual([
      ['b', true],
      ['z', false],
      ['young', false],
    ]);
    expect(others[0]?.file).toEqual({ ...inForce('v3'), centre: 'rouen', key: 'b' });
  });
});

describe('a refusal over rows of older files', () => {
  const blocked = refused('v9', { since: LATE, blockedBy: ['g-v1', 'g-v2'] });
  const files = {
    a: accepted('v1', { since: EARLY }),
    b: accepted('v2', { since: EARLY }),
    c: blocked,
  };
  const headOf = (change: Partial<typeof files>) => withFiles(emptyHead('rouen'), { ...files, ...change });

  it.each([
    ['as long as all of them are in force', {}, true],
    ['not when one of them has other rows', { b: accepted('v3', { since: EARLY }) }, false],
    ['not when of one of them nothing counts', { b: refused('v2', { since: EARLY }) }, false],
    ['not when one of them came again later', { b: accepted('v2', { since: '2026-11-03' }) }, false],
    [
      'when a newer version of one of them is refused',
      { b: refused('v3', { since: EARLY, inForce: inForce('v2') }) },
      true,
    ],
  ])('stands %s', (_, change, expected) => {
    expect(isStillBlocked(headOf(change), 'c', blocked)).toBe(expected);
  });
});
