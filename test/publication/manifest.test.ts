import { describe, expect, it } from 'vitest';
import { isOfTheSame, type Manifest, manifestText } from '#shared/publication/manifest.ts';

const MANIFEST: Manifest = {
  id: '5fe4439f737b3ee7714dac0df0fdd9e9',
  codeVersion: '1.0.0',
  commit: 'abc',
  rVersion: '4.2.2',
  protocol: {},
  computedAt: '2026-11-26T02:00:00.000Z',
  milliseconds: 3,
  inputs: [],
  pending: [{ centre: 'rouen', key: 'uploads/rouen/pairs.csv', reason: 'rows_lost' }],
  missing: [],
  patients: { screened: 1, included: 1, excluded: [] },
  orphans: { pairs: 0, lesions: 0 },
  tables: [{ file: 'counts.csv', sha256: 'a' }],
};
const manifestWith = (more: Partial<Manifest>) => manifestText({ ...MANIFEST, ...more });

describe('two manifests', () => {
  it('are of the same result whenever it was computed, and whyever a file was left out', () => {
    const pending = MANIFEST.pending.map((file) => ({ ...file, reason: 'not_brought_in' as const }));
    expect(
      isOfTheSame(
        manifestWith({}),
        manifestWith({ computedAt: '2026-11-27T02:00:00.000Z', milliseconds: 4 }),
      ),
    ).toBe(true);
    expect(isOfTheSame(manifestWith({}), manifestWith({ pending }))).toBe(true);
  });

  it.each([
    ['another result', manifestWith({ id: '0' })],
    ['another table', manifestWith({ tables: [{ file: 'counts.csv', sha256: 'b' }] })],
    ['a file less left out', manifestWith({ pending: [] })],
    ['no manifest', '{}'],
    ['no JSON', '{'],
  ])('are not, where one is of %s', (_, other) => {
    expect(isOfTheSame(manifestWith({}), other)).toBe(false);
    expect(isOfTheSame(other, manifestWith({}))).toBe(false);
  });
});
