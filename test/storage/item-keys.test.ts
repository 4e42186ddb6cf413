import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOBODY, uploadKey } from '#shared/storage/bucket-keys.ts';
import { type Generation, headKey, rowItemKey, rowsPartition, stagedKey } from '#shared/storage/item-keys.ts';
import { rowKey } from '#shared/tables/tables.ts';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';

const generation: fc.Arbitrary<Generation> = fc
  .record({
    centre: fc.constantFrom('rouen', 'rouen-2', 'lille'),
    name: fc.string({ unit: fc.constantFrom('a', '#', '1', '.') }),
    versionId: fc.stringMatching(/^[a1._-]{1,4}$/),
  })
  .map(({ centre, name, versionId }) => ({ centre, key: uploadKey(centre, `${name}.csv`), versionId }));

const identity = ({ key, versionId }: Generation) => `${key} ${versionId}`;

describe('the items of the database', () => {
  it('of two generations never share a partition or an announcement', () => {
    fc.assert(
      fc.property(fc.uniqueArray(generation, { selector: identity, minLength: 2 }), (generations) => {
        expect(new Set(generations.map(rowsPartition)).size).toBe(generations.length);
        expect(new Set(generations.map((each) => stagedKey(each).sk)).size).toBe(generations.length);
      }),
    );
  });

  it('of two rows never share a key', () => {
    fc.assert(
      fc.property(generation, arbitraryRows, (each, rows) => {
        const keys = rows.map((row) => rowItemKey(each, rowKey(row)).sk);
        expect(new Set(keys).size).toBe(rows.length);
      }),
    );
  });

  it('are laid out so that one query reads all heads, one the rows of a generation, one what is staged', () => {
    const pairs: Generation = { centre: 'rouen', key: 'uploads/rouen/pairs.csv', versionId: 'v1' };
    expect(headKey('rouen')).toEqual({ pk: 'STUDY', sk: 'CENTRE#rouen' });
    expect(headKey(NOBODY)).toEqual({ pk: 'STUDY', sk: 'CENTRE#' });
    expect(rowItemKey(pairs, 'P1#1#1')).toEqual({
      pk: 'ROWS#rouen#uploads/rouen/pairs.csv#v1',
      sk: 'P1#1#1',
    });
    expect(stagedKey(pairs)).toEqual({ pk: 'STAGED', sk: 'rouen#uploads/rouen/pairs.csv#v1' });
  });
});
