import { describe, expect, it } from 'vitest';
import { emptyHead, withFiles } from '#shared/storage/centre-head.ts';
import { liveVersions } from '#shared/storage/live-versions.ts';
import { type Examiner, filesToLookAtAgain, recordAnswers } from '#shared/storage/standing-records.ts';
import { accepted, refused } from './file-records.ts';

const TODAY: Examiner = { rules: 'today', isMisplaced: () => false };
const toLookAt = (files: Parameters<typeof withFiles>[1], examiner: Partial<Examiner> = {}) =>
  filesToLookAtAgain(withFiles(emptyHead('rouen'), files), { ...TODAY, ...examiner });

describe('a file is looked at again', () => {
  it.each([
    ['that other rules accepted', accepted('v1', { rules: 'yesterday' }), {}],
    ['that other rules refused', refused('v1', { rules: 'yesterday' }), {}],
    ['whose centre has left the study', accepted('v1'), { isMisplaced: () => true }],
    ['whose centre has joined the study', refused('v1', { state: 'misplaced' }), {}],
    ['that was refused over rows that are gone', refused('v1', { blockedBy: ['g-gone'] }), {}],
  ])('%s', (_, file, examiner) => {
    expect(toLookAt({ a: file, b: accepted('v1') }, examiner)).toContain('a');
  });

  it.each([
    ['that today’s rules accepted', accepted('v1'), {}],
    ['that today’s rules refused', refused('v1'), {}],
    [
      'that still lies in no centre’s folder',
      refused('v1', { state: 'misplaced' }),
      { isMisplaced: () => true },
    ],
  ])('not one %s', (_, file, examiner) => {
    expect(toLookAt({ a: file }, examiner)).toEqual([]);
  });
});

describe('a record', () => {
  const listed = (versionId: string, lastModified: string, isLatest: boolean) => ({
    versionId,
    lastModified,
    isLatest,
    sizeInBytes: 1,
  });
  const live = liveVersions([listed('v2', '2026-11-02', true), listed('v1', '2026-11-01', false)], []);

  it.each([
    [
      'answers the newest version of a name of this age',
      accepted('v2', { since: '2026-11-01', versions: 2 }),
      true,
    ],
    [
      'does not answer a name of which an older version came or went',
      accepted('v2', { since: '2026-11-01', versions: 3 }),
      false,
    ],
    ['does not answer an older version', accepted('v1', { since: '2026-11-01', versions: 2 }), false],
    [
      'does not answer a version that came late among refused ones',
      refused('v2', { since: '2026-11-01', versions: 2 }),
      false,
    ],
    [
      'does not answer a name that has become younger',
      accepted('v2', { since: '2026-10-01', versions: 2 }),
      false,
    ],
  ])('%s', (_, record, expected) => {
    expect(live && recordAnswers(record, live)).toBe(expected);
  });
});
