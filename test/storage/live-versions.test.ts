import { describe, expect, it } from 'vitest';
import { liveVersions } from '#shared/storage/live-versions.ts';

const second = (number: number) => `2026-11-01T00:00:${String(number).padStart(2, '0')}.000Z`;
const version = (versionId: string, at: number, isLatest = false) => ({
  versionId,
  lastModified: second(at),
  isLatest,
  sizeInBytes: 1,
});
const deletion = (at: number, isLatest = false) => ({ lastModified: second(at), isLatest });

/** The ids of what counts, and since when the name holds something. */
const outcome = (...given: Parameters<typeof liveVersions>) => {
  const live = liveVersions(...given);
  return live && [live.since, ...live.versions.map(({ versionId }) => versionId)];
};

describe('the live versions of an object', () => {
  it.each<readonly [string, Parameters<typeof liveVersions>, readonly string[] | undefined]>([
    ['none, where nothing ever was', [[], []], undefined],
    ['none, where it is deleted', [[version('v1', 1)], [deletion(2, true)]], undefined],
    [
      'all, where it was never deleted',
      [[version('v2', 2, true), version('v1', 1)], []],
      [second(1), 'v2', 'v1'],
    ],
    [
      'those since the last deletion',
      [
        [version('v3', 5, true), version('v2', 3), version('v1', 1)],
        [deletion(2), deletion(0)],
      ],
      [second(3), 'v3', 'v2'],
    ],
    [
      'the current one alone, of versions of the second of the deletion',
      [[version('v2', 2, true), version('v1', 2)], [deletion(2)]],
      [second(2), 'v2'],
    ],
  ])('are %s', (_, [versions, deletions], expected) => {
    expect(outcome(versions, deletions)).toEqual(expected);
  });

  it('begin with the newest', () => {
    expect(liveVersions([version('v2', 2, true), version('v1', 1)], [])?.newest).toEqual(
      version('v2', 2, true),
    );
  });
});
