import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CentreHead,
  emptyHead,
  filesInForce,
  filesToLookAtAgain,
  hasRoomFor,
  type InForce,
  MOST_FILES,
  parseHead,
  recordAccepted,
  recordRefused,
  verdictStands,
  withFile,
  withoutFile,
} from '#shared/storage/centre-head.ts';
import { unknownCentre } from '#shared/validation/file-problems.ts';
import { inWholeFile } from '#shared/validation/problem.ts';
import type { Upload } from '#shared/validation/upload-place.ts';

const inForce = (versionId: string): InForce => ({
  table: 'pairs',
  versionId,
  sha256: 'f'.repeat(64),
  rows: 3,
  at: '2026-11-24T03:00:00.000Z',
});
const accept = (head: CentreHead, key: string, versionId: string) =>
  withFile(head, key, recordAccepted(head, key, inForce(versionId)));
const refuse = (head: CentreHead, key: string, versionId: string, blockedBy: readonly string[] = []) =>
  withFile(
    head,
    key,
    recordRefused(head, key, { versionId, state: 'refused', at: '2026-11-24T04:00:00.000Z', blockedBy }),
  );

const at = (key: string, misplaced: Upload['misplaced'] = null): Upload => ({
  key,
  centre: 'rouen',
  misplaced,
});

const EMPTY = emptyHead('rouen');

describe('the head of a centre', () => {
  it('counts its versions up, whatever happens to its files', () => {
    const [a, b] = [accept(EMPTY, 'a', 'v1'), refuse(EMPTY, 'b', 'v1')];
    expect([EMPTY, a, b, withoutFile(a, 'a'), accept(a, 'a', 'v2')].map(({ version }) => version)).toEqual([
      0, 1, 1, 2, 2,
    ]);
  });

  it('is never changed in place', () => {
    const head = accept(EMPTY, 'a', 'v1');
    withoutFile(head, 'a');
    refuse(head, 'a', 'v2');
    expect(EMPTY).toEqual({ centre: 'rouen', version: 0, files: {} });
    expect(head.files).toEqual({
      a: {
        versionId: 'v1',
        state: 'accepted',
        at: inForce('v1').at,
        blockedBy: null,
        inForce: inForce('v1'),
        replaced: null,
      },
    });
  });

  it('is the same after it was stored', () => {
    const misplaced = { versionId: 'v1', state: 'misplaced', at: '', blockedBy: [] } as const;
    const known = withFile(EMPTY, 'c', recordRefused(EMPTY, 'c', misplaced));
    const head = refuse(accept(known, 'a', 'v1'), 'b', 'v1', ['a']);
    expect(parseHead(JSON.parse(JSON.stringify(head)))).toEqual(head);
  });

  it.each([undefined, {}, { ...EMPTY, version: '1' }, { ...EMPTY, files: { a: { state: 'lost' } } }])(
    'is not %j',
    (item) => {
      expect(() => parseHead(item)).toThrow();
    },
  );

  it('forgets a file without touching the others', () => {
    const head = accept(accept(EMPTY, 'a', 'v1'), 'b', 'v1');
    expect(Object.keys(withoutFile(head, 'a').files)).toEqual(['b']);
    expect(Object.keys(withoutFile(head, 'unknown').files)).toEqual(['a', 'b']);
  });

  it('has room for a bounded number of files, and always for one that it knows', () => {
    const files = Object.fromEntries(
      Array.from({ length: MOST_FILES }, (_, position) => [
        `${position}`,
        recordAccepted(EMPTY, '', inForce('v1')),
      ]),
    );
    const full = { ...EMPTY, files };
    expect(hasRoomFor(full, 'another')).toBe(false);
    expect(hasRoomFor(full, '0')).toBe(true);
    expect(hasRoomFor(withoutFile(full, '0'), 'another')).toBe(true);
  });
});

describe('a refused version', () => {
  it('leaves in force what was', () => {
    const head = refuse(accept(EMPTY, 'a', 'v1'), 'a', 'v2');
    expect(head.files['a']).toMatchObject({
      state: 'refused',
      versionId: 'v2',
      inForce: { versionId: 'v1' },
    });
    expect(refuse(head, 'a', 'v3').files['a']).toMatchObject({
      versionId: 'v3',
      inForce: { versionId: 'v1' },
    });
    expect(refuse(EMPTY, 'a', 'v1').files['a']).toMatchObject({ inForce: null });
  });

  it('remembers which version of the file that caused the refusal was in force', () => {
    const replaced = accept(refuse(accept(EMPTY, 'a', 'v1'), 'a', 'v2'), 'c', 'v3');
    const { blockedBy } = refuse(replaced, 'b', 'v1', ['gone', 'a', 'c']).files['b'] ?? {};
    expect(blockedBy).toEqual({ key: 'a', versionId: 'v1' });
  });

  it('is blocked by no file of which nothing counts', () => {
    expect(refuse(refuse(EMPTY, 'a', 'v1'), 'b', 'v1', ['a']).files['b']?.blockedBy).toBeNull();
  });
});

describe('a recorded verdict', () => {
  const head = refuse(accept(EMPTY, 'a', 'v1'), 'b', 'v7', ['a']);

  it('answers the version that it is about, and no other', () => {
    expect(verdictStands(head, at('a'), 'v1')).toBe(true);
    expect(verdictStands(head, at('a'), 'v2')).toBe(false);
    expect(verdictStands(head, at('unknown'), 'v1')).toBe(false);
    expect(verdictStands(head, at('b'), 'v7')).toBe(true);
  });

  it.each([
    ['is replaced', accept(head, 'a', 'v2')],
    ['is withdrawn', withoutFile(head, 'a')],
    ['is withdrawn, and refused when it comes again', refuse(withoutFile(head, 'a'), 'a', 'v2')],
  ])('stands no longer when the file that caused a refusal %s', (_, moved) => {
    expect(verdictStands(moved, at('b'), 'v7')).toBe(false);
    expect(filesToLookAtAgain(moved)).toEqual(['b']);
  });

  it('still stands when a newer version of the file that caused it is itself refused', () => {
    const moved = refuse(head, 'a', 'v2');
    expect(verdictStands(moved, at('b'), 'v7')).toBe(true);
    expect(filesToLookAtAgain(moved)).toEqual([]);
  });

  it('over the centre stands until the centre is one of the study’s', () => {
    const refusal = { versionId: 'v1', state: 'misplaced', at: '', blockedBy: [] } as const;
    const stray = withFile(EMPTY, 'x', recordRefused(EMPTY, 'x', refusal));
    const problem = unknownCentre(inWholeFile, 'lille');
    expect(verdictStands(stray, at('x', problem), 'v1')).toBe(true);
    expect(verdictStands(stray, at('x'), 'v1')).toBe(false);
    expect(filesToLookAtAgain(stray)).toEqual([]);
  });

  it('of a full centre, however long its names, fits into an item of DynamoDB', () => {
    const name = (number: number) =>
      `uploads/${'c'.repeat(32)}/${String(number).padStart(3, '0')}${'😀'.repeat(62)}.csv`;
    const names = Array.from({ length: MOST_FILES }, (_, number) => name(number));
    const version = 'v'.repeat(32);
    const accepted = names.reduce((full, key) => accept(accept(full, key, version), key, version), EMPTY);
    const files = Object.entries(accepted.files).map(([key, file]) => [
      key,
      { ...file, state: 'refused', blockedBy: { key: name(0), versionId: version } },
    ]);
    const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(files))).length;
    expect(bytes).toBeLessThan(400 * 1024);
  });

  it('is not looked at again once it was accepted', () => {
    expect(filesToLookAtAgain(accept(withoutFile(head, 'a'), 'b', 'v7'))).toEqual([]);
  });
});

describe('the files in force', () => {
  it('are those of all centres in the order of their keys, without those that never were accepted', () => {
    const lille = refuse(
      accept(emptyHead('lille'), 'uploads/lille/z.csv', 'v1'),
      'uploads/lille/a.csv',
      'v1',
    );
    const rouen = refuse(accept(EMPTY, 'uploads/rouen/a.csv', 'v4'), 'uploads/rouen/a.csv', 'v5');
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
        const full = anyOrder.reduce((known, key) => accept(known, key, 'v1'), EMPTY);
        expect(filesInForce([full]).map(({ key }) => key)).toEqual(keys);
      }),
    );
  });
});
