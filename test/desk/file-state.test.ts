import { describe, expect, it } from 'vitest';
import { deskFile, type FileHistory } from '#shared/desk/file-state.ts';
import { withdrawalReport } from '#shared/reports/report.ts';

const at = (minute: number) => `2026-11-26T08:${String(minute).padStart(2, '0')}:00.000Z`;
const NEVER_DELETED: FileHistory['deletions'] = [];

/** Versions of a file, the newest first, of these minutes. */
const versions = (...minutes: readonly number[]): FileHistory['versions'] =>
  minutes.map((minute, position) => ({
    versionId: `v${minute}`,
    lastModified: at(minute),
    sizeInBytes: 100 + minute,
    isLatest: position === 0,
  }));
const report = (verdict: 'accepted' | 'refused', minute: number) => ({
  ...withdrawalReport('uploads/rouen/pairs.csv', at(minute)),
  verdict,
  versionId: `v${minute}`,
  table: 'pairs' as const,
  rows: verdict === 'accepted' ? 7 : null,
});
const stateOf = (history: FileHistory, about?: ReturnType<typeof report>) =>
  deskFile('pairs.csv', history, about);

describe('what a centre is told of a file', () => {
  it('that was just sent: nothing is known of it yet', () => {
    expect(stateOf({ versions: versions(1), deletions: NEVER_DELETED })).toMatchObject({
      state: 'examining',
      newest: { versionId: 'v1', at: at(1), bytes: 101 },
      inForce: null,
      table: null,
      problems: null,
    });
  });

  it('that was accepted: its newest version counts', () => {
    const file = stateOf({ versions: versions(2, 1), deletions: NEVER_DELETED }, report('accepted', 2));
    expect(file).toMatchObject({
      state: 'accepted',
      since: at(1),
      inForce: { versionId: 'v2', at: at(2), rows: 7 },
    });
  });

  it('that was replaced since: the version before counts until the verdict', () => {
    const file = stateOf({ versions: versions(2, 1), deletions: NEVER_DELETED }, report('accepted', 1));
    expect(file).toMatchObject({ state: 'examining', table: null, inForce: { versionId: 'v1', rows: 7 } });
  });

  it('that was refused: an older version counts, if one was accepted', () => {
    const history = { versions: versions(2, 1), deletions: NEVER_DELETED };
    const refused = report('refused', 2);
    expect(stateOf(history, refused)).toMatchObject({ state: 'refused', inForce: null });
    const stillInForce = { versionId: 'v1', at: at(1), rows: 5 };
    expect(stateOf(history, { ...refused, stillInForce })).toMatchObject({ inForce: stillInForce });
  });

  it('that was withdrawn: nothing counts, and what happened stays to be seen, the newest first', () => {
    const gone = versions(2, 1).map((version) => ({ ...version, isLatest: false }));
    const file = stateOf(
      { versions: gone, deletions: [{ lastModified: at(2), isLatest: true }] },
      report('accepted', 2),
    );
    expect(file).toMatchObject({ state: 'withdrawn', since: null, newest: null, inForce: null });
    // Within one second S3 does not say what came first: the deletion is the newest.
    expect(file.history.map(({ what, at: when }) => [what, when])).toEqual([
      ['withdrawn', at(2)],
      ['sent', at(2)],
      ['sent', at(1)],
    ]);
  });

  it('that was sent again after it was withdrawn: what counted before does not', () => {
    const history = { versions: versions(3, 1), deletions: [{ lastModified: at(2), isLatest: false }] };
    expect(stateOf(history, report('accepted', 1))).toMatchObject({
      state: 'examining',
      since: at(3),
      inForce: null,
    });
  });
});
