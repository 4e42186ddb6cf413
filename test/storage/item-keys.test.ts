import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOBODY, uploadKey } from '#shared/storage/bucket-keys.ts';
import {
  type Generation,
  headKey,
  holdsRowsOf,
  rowItemKey,
  rowsOf,
  rowsPartition,
  stagedKey,
  stagedKeyOf,
} from '#shared/storage/item-keys.ts';
import { rowKey } from '#shared/tables/tables.ts';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';

const generation: fc.Arbitrary<Generation> = fc
  .record({
    centre: fc.constantFrom('rouen', 'rouen-2', 'lille'),
    name: fc.string({ unit: fc.constantFrom('a', '#', '1', '.') }),
    versionId: fc.stringMatching(/^[a1._-]{1,4}$/),
    generation: fc.constantFrom('', '0123456789abcdef', 'fedcba9876543210'),
  })
  .map(({ name, ...named }) => ({ ...named, key: uploadKey(named.centre, `${name}.csv`) }));

const identity = ({ key, versionId, generation: rows }: Generation) => `${key} ${versionId} ${rows}`;

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

  it('of a file are told by the names of partitions alone', () => {
    fc.assert(
      fc.property(generation, generation, (each, { centre, key }) => {
        const partition = rowsPartition(each);
        expect(holdsRowsOf(partition, centre, key)).toBe(each.centre === centre && each.key === key);
        expect(partition.startsWith(rowsOf(centre))).toBe(each.centre === centre);
        expect(stagedKeyOf(partition)).toEqual(stagedKey(each));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are laid out so that one query reads all heads, one the rows of a generation, one what is staged', () => {
    const key = 'uploads/rouen/pairs.csv';
    const pairs: Generation = { centre: 'rouen', key, versionId: 'v1', generation: '0123456789abcdef' };
    expect(headKey('rouen')).toEqual({ pk: 'STUDY', sk: 'CENTRE#rouen' });
    expect(headKey(NOBODY)).toEqual({ pk: 'STUDY', sk: 'CENTRE#' });
    expect(rowItemKey(pairs, 'P1#1#1')).toEqual({
      pk: 'ROWS#rouen#uploads/rouen/pairs.csv#v1#0123456789abcdef',
      sk: 'P1#1#1',
    });
    expect(stagedKey(pairs)).toEqual({
      pk: 'STAGED',
      sk: 'rouen#uploads/rouen/pairs.csv#v1#0123456789abcdef',
    });
    // As release 1.0.0 named them.
    expect(rowsPartition({ ...pairs, generation: '' })).toBe('ROWS#rouen#uploads/rouen/pairs.csv#v1');
  });
});
