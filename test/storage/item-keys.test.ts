import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOBODY, uploadKey } from '#shared/storage/bucket-keys.ts';
import {
  type CountedGeneration,
  everyRowsPartition,
  firstPartitionOf,
  type Generation,
  headKey,
  holdsRowsOf,
  rowItemKey,
  rowsOf,
  rowsPartition,
  rowsPartitions,
  stagedKey,
  stagedKeyOf,
} from '#shared/storage/item-keys.ts';
import { rowKey } from '#shared/tables/tables.ts';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';

const generation: fc.Arbitrary<CountedGeneration> = fc
  .record({
    centre: fc.constantFrom('rouen', 'rouen-2', 'lille'),
    name: fc.string({ unit: fc.constantFrom('a', '#', '1', '.', '\n') }),
    versionId: fc.stringMatching(/^[a1._-]{1,4}$/),
    generation: fc.constantFrom('', '0123456789abcdef', 'fedcba9876543210'),
    rows: fc.constantFrom(1, 1_000, 1_001, 200_000),
  })
  .map(({ name, ...named }) => ({ ...named, key: uploadKey(named.centre, `${name}.csv`) }));

const identity = ({ key, versionId, generation: rows }: Generation) => `${key} ${versionId} ${rows}`;

describe('the items of the database', () => {
  it('of two generations never share a partition or an announcement', () => {
    fc.assert(
      fc.property(fc.uniqueArray(generation, { selector: identity, minLength: 2 }), (generations) => {
        const partitions = generations.flatMap(everyRowsPartition);
        expect(new Set(partitions).size).toBe(partitions.length);
        expect(new Set(generations.map((each) => stagedKey(each).sk)).size).toBe(generations.length);
      }),
    );
  });

  it('of two rows never share a key', () => {
    fc.assert(
      fc.property(generation, arbitraryRows, (each, rows) => {
        const keys = rows.map((row) => rowItemKey(each, rowKey(row)).sk);
        expect(new Set(keys).size).toBe(rows.length);
        for (const row of rows) expect(rowsPartitions(each)).toContain(rowItemKey(each, rowKey(row)).pk);
      }),
    );
  });

  it('of a file are told by the names of partitions alone', () => {
    fc.assert(
      fc.property(generation, generation, (each, { centre, key }) => {
        for (const partition of everyRowsPartition(each)) {
          expect(holdsRowsOf(partition, centre, key)).toBe(each.centre === centre && each.key === key);
          expect(partition.startsWith(rowsOf(centre))).toBe(each.centre === centre);
          expect(firstPartitionOf(partition)).toBe(rowsPartition(each));
        }
        expect(stagedKeyOf(rowsPartition(each))).toEqual(stagedKey(each));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are laid out so that one query reads all heads, one the rows of a small file, one what is staged', () => {
    const key = 'uploads/rouen/pairs.csv';
    const pairs = { centre: 'rouen', key, versionId: 'v1', generation: '0123456789abcdef', rows: 1_000 };
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

  // A deployed table has them so: by another rule its rows would be lost.
  it('of a large file are laid out in sixteen partitions, those of a patient in one', () => {
    const key = 'uploads/rouen/pairs.csv';
    const pairs = { centre: 'rouen', key, versionId: 'v1', generation: '0123456789abcdef', rows: 1_001 };
    const first = 'ROWS#rouen#uploads/rouen/pairs.csv#v1#0123456789abcdef';
    expect(rowsPartitions(pairs)).toEqual([
      first,
      ...Array.from('123456789abcdef', (part) => `${first}#${part}`),
    ]);
    const oneRow = { ...pairs, rows: 1 };
    expect(everyRowsPartition(oneRow)).toEqual(rowsPartitions(pairs));
    expect(rowItemKey(pairs, 'P1#1#1')).toEqual({ pk: `${first}#1`, sk: 'P1#1#1' });
    expect(rowItemKey(pairs, 'P1#2#1').pk).toBe(rowItemKey(pairs, 'P1').pk);
    expect(rowItemKey(pairs, 'RENATEN-0042#1#1').pk).toBe(`${first}#9`);
    // Of release 1.0.0, which knew one partition.
    expect(rowsPartitions({ ...pairs, generation: '' })).toEqual([
      rowsPartition({ ...pairs, generation: '' }),
    ]);
  });
});
