import { describe, expect, it } from 'vitest';
import { resultsToClear } from '#shared/publication/results-to-clear.ts';

const NOW = new Date('2026-11-26T12:00:00Z');

/** The files of a result whose manifest was written then, the tables a second before. */
const result = (id: string, at: string, files: readonly string[] = ['tables.json', 'manifest.json']) =>
  files.map((file) => ({ id, file, key: `results/${id}/${file}`, writtenAt: new Date(at).toISOString() }));

const cleared = (files: ReturnType<typeof result>, ...kept: readonly string[]) => [
  ...resultsToClear(files, kept, NOW),
];

describe('results of more than a week ago', () => {
  const busyDay = [
    ...result('first', '2026-11-01T08:00:00Z'),
    ...result('second', '2026-11-01T09:00:00Z'),
    ...result('last', '2026-11-01T23:59:59Z'),
    ...result('next', '2026-11-02T00:00:00Z'),
  ];

  it('are cleared, but for the last one of each day', () => {
    expect(cleared(busyDay)).toEqual(['first', 'second']);
  });

  it('are kept as the latest, and by a name', () => {
    expect(cleared(busyDay, 'first')).toEqual(['second']);
    expect(cleared(busyDay, 'first', 'second')).toEqual([]);
  });

  it('are cleared once: where nothing but the manifest is left, nothing is to be done', () => {
    expect(
      cleared([...result('first', '2026-11-01T08:00:00Z', ['manifest.json']), ...busyDay.slice(2)]),
    ).toEqual(['second']);
  });

  it('are cleared where they were cut off before their manifest, whatever their day', () => {
    expect(cleared(result('cut-off', '2026-11-01T08:00:00Z', ['tables.json']))).toEqual(['cut-off']);
  });
});

it.each([
  ['2026-11-19T11:59:59Z', ['early']],
  ['2026-11-19T12:00:00Z', []],
  ['2026-11-26T08:00:00Z', []],
])('a result of %s is kept for a week', (at, expected) => {
  expect(cleared([...result('early', at), ...result('late', at.replace(/T.*/, 'T23:00:00Z'))])).toEqual(
    expected,
  );
});

it('a file that was written since keeps its result', () => {
  const [table, manifest] = result('early', '2026-11-01T08:00:00Z');
  const late = { id: 'early', file: 'report.html', key: '', writtenAt: '2026-11-25T08:00:00.000Z' };
  const others = result('late', '2026-11-01T09:00:00Z');
  expect(cleared([table, manifest, late, ...others].flatMap((file) => file ?? []))).toEqual([]);
});
