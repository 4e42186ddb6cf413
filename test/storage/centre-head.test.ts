import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyHead,
  filesInForce,
  hasRoomFor,
  MOST_FILES,
  parseHead,
  withFiles,
  withoutFile,
} from '#shared/storage/centre-head.ts';
import { accepted, inForce, refused } from './file-records.ts';

const EMPTY = emptyHead('rouen');
const headOf = (files: Parameters<typeof withFiles>[1]) => withFiles(EMPTY, files);

describe('the head of a centre', () => {
  it('counts its versions up, whatever happens to its files', () => {
    const one = headOf({ a: accepted('v1') });
    expect([EMPTY, one, withFiles(one, { b: refused('v1') }), withoutFile(one, 'a')]).toMatchObject([
      { version: 0 },
      { version: 1 },
      { version: 2 },
      { version: 2 },
    ]);
  });

  it('is never changed in place', () => {
    const head = headOf({ a: accepted('v1') });
    withoutFile(head, 'a');
    withFiles(head, { a: refused('v2') });
    expect(EMPTY).toEqual({ form: 2, centre: 'rouen', version: 0, files: {} });
    expect(head.files).toEqual({ a: accepted('v1') });
  });

  it('is the same after it was stored', () => {
    const head = headOf({ a: accepted('v1'), b: refused('v1', { blockedBy: ['g-v1'] }) });
    expect(parseHead(JSON.parse(JSON.stringify(head)))).toEqual(head);
  });

  it.each([undefined, {}, { ...EMPTY, version: '1' }, { ...EMPTY, files: { a: { state: 'lost' } } }])(
    'is not %j',
    (item) => {
      expect(parseHead(item)).toBeUndefined();
    },
  );

  it('of a later release is not taken for damaged', () => {
    expect(() => parseHead({ ...EMPTY, form: 3 })).toThrow('by a later release');
  });

  it('of release 1.0.0 is read forward: every file is to be looked at again', () => {
    const { generation: _none, ...before } = inForce('v1');
    const at = '2026-11-24T04:00:00.000Z';
    const first = { state: 'refused', at, blockedBy: { key: 'b', versionId: 'v9' }, replaced: null };
    const stored = {
      centre: 'rouen',
      version: 7,
      files: { a: { ...first, versionId: 'v2', inForce: before } },
    };
    expect(parseHead(stored)).toEqual({
      form: 2,
      centre: 'rouen',
      version: 7,
      files: {
        a: refused('v2', {
          at,
          since: at,
          rules: '',
          refusedVersions: 0,
          versions: 0,
          inForce: inForce('v1', { generation: '' }),
        }),
      },
    });
  });

  it('forgets a file without touching the others', () => {
    const head = headOf({ a: accepted('v1'), b: accepted('v1') });
    expect(Object.keys(withoutFile(head, 'a').files)).toEqual(['b']);
    expect(Object.keys(withoutFile(head, 'unknown').files)).toEqual(['a', 'b']);
  });

  it('has room for a bounded number of files, and always for one that it knows', () => {
    const names = Array.from({ length: MOST_FILES }, (_, position) => `${position}`);
    const full = headOf(Object.fromEntries(names.map((name) => [name, accepted('v1')])));
    expect(hasRoomFor(full, 'another')).toBe(false);
    expect(hasRoomFor(full, '0')).toBe(true);
    expect(hasRoomFor(withoutFile(full, '0'), 'another')).toBe(true);
  });

  it('of a full centre, however long its names, fits into an item of DynamoDB', () => {
    const version = 'v'.repeat(32);
    const digest = 'd'.repeat(16);
    const counts = inForce(version, { generation: digest });
    const longest = refused(version, {
      rules: digest,
      blockedBy: Array.from({ length: 5 }, () => digest),
      refusedSince: '2026-11-24T04:00:00.000Z',
      versions: 1_000_000,
      beside: digest,
      inForce: counts,
      replaced: counts,
    });
    const name = (number: number) =>
      `uploads/${'c'.repeat(32)}/${String(number).padStart(3, '0')}${'😀'.repeat(125)}.csv`;
    const names = Array.from({ length: MOST_FILES }, (_, number) => name(number));
    const full = headOf(Object.fromEntries(names.map((key) => [key, longest])));
    expect(new TextEncoder().encode(JSON.stringify(full)).length).toBeLessThan(400 * 1024);
  });
});

describe('the files in force', () => {
  it('are those of all centres in the order of their keys, without those of which nothing counts', () => {
    const rouen = headOf({
      'uploads/rouen/a.csv': refused('v5', { inForce: inForce('v4') }),
      'uploads/rouen/b.csv': refused('v1'),
    });
    const lille = withFiles(emptyHead('lille'), { 'uploads/lille/z.csv': accepted('v1') });
    expect(filesInForce([rouen, lille])).toEqual([
      { ...inForce('v1'), centre: 'lille', key: 'uploads/lille/z.csv' },
      { ...inForce('v4'), centre: 'rouen', key: 'uploads/rouen/a.csv' },
    ]);
    expect(filesInForce([])).toEqual([]);
  });

  it('are in order of key, whatever order they were recorded in', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(fc.shuffledSubarray(keys, { minLength: keys.length }), (anyOrder) => {
        const full = anyOrder.reduce((known, key) => withFiles(known, { [key]: accepted('v1') }), EMPTY);
        expect(filesInForce([full]).map(({ key }) => key)).toEqual(keys);
      }),
    );
  });
});
