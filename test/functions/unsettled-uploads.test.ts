import { describe, expect, it } from 'vitest';
import { type StudyState, unsettledUploads } from '#functions/statistics/unsettled-uploads.ts';
import { type CentreHead, emptyHead, MOST_FILES, withFiles } from '#shared/storage/centre-head.ts';
import { type LiveVersions, liveVersions } from '#shared/storage/live-versions.ts';
import { accepted, inForce, refused } from '#test/storage/file-records.ts';

const KEY = 'uploads/rouen/a.csv';

const live = (...versionIds: readonly string[]): LiveVersions | undefined =>
  liveVersions(
    versionIds.map((versionId, place) => ({
      versionId,
      lastModified: accepted('v1').since,
      sizeInBytes: 1,
      isLatest: place === 0,
    })),
    [],
  );
const headOf = (files: CentreHead['files']) => withFiles(emptyHead('rouen'), files);

type Bucket = Readonly<Record<string, LiveVersions | undefined>>;
const uploadsIn = (bucket: Bucket): ReadonlyMap<string, LiveVersions> =>
  new Map(Object.entries(bucket).flatMap(([key, versions]) => (versions ? [[key, versions] as const] : [])));

/** What holds up a result: the key and the reason of each file. */
async function found(bucket: Bucket, state: Partial<StudyState> = {}) {
  const all = uploadsIn(bucket);
  const unsettled = await unsettledUploads(
    { listVersions: async (key) => all.get(key), isWhole: async () => true },
    {
      rules: accepted('v1').rules,
      centres: ['rouen'],
      heads: [],
      latestInputs: new Map(),
      uploads: all,
      awaited: new Set(),
      lackingRows: new Set(),
      ...state,
    },
  );
  return unsettled.map(({ key, reason }) => [key, reason]);
}

describe('in a run by the clock, an upload without a record', () => {
  const names = Array.from({ length: MOST_FILES }, (_, number) => `uploads/rouen/${number}.csv`);
  const full = headOf(Object.fromEntries(names.map((key) => [key, refused('v1')])));
  const bucket = Object.fromEntries([KEY, ...names].map((key) => [key, live('v1')]));

  it('is waited for', async () => {
    expect(await found({ [KEY]: live('v1') })).toEqual([[KEY, 'not_brought_in']]);
  });

  it('is not waited for past its centre’s most files, for it never will have one', async () => {
    expect(await found(bucket, { heads: [full] })).toEqual([]);
  });

  it('is not asked about where it has been recorded since all were listed', async () => {
    const heads = [headOf({ [KEY]: accepted('v2', { versions: 2 }) })];
    const uploads = uploadsIn({ [KEY]: live('v1') });
    expect(await found({ [KEY]: live('v2', 'v1') }, { heads, uploads })).toEqual([]);
  });
});

describe('a file that is compared with the latest result', () => {
  const latest = (versionId: string) => ({ latestInputs: new Map([[KEY, versionId]]), uploads: undefined });
  const compared = (head: CentreHead['files'], versionId: string, ...versionIds: readonly string[]) =>
    found({ [KEY]: live(...versionIds) }, { heads: [headOf(head)], ...latest(versionId) });

  it.each<[string, CentreHead['files'], string, readonly string[]]>([
    ['a newer version counts', { [KEY]: accepted('v2') }, 'v1', ['v2', 'v1']],
    [
      'an older one counts, for rules refuse the newest',
      { [KEY]: refused('v2', { inForce: inForce('v1') }) },
      'v2',
      ['v2', 'v1'],
    ],
    ['its version was deleted for good', { [KEY]: accepted('v1') }, 'v2', ['v1']],
    ['it is gone from both', {}, 'v1', []],
  ])('is settled where %s', async (_, head, versionId, versionIds) => {
    expect(await compared(head, versionId, ...versionIds)).toEqual([]);
  });

  it.each<[string, CentreHead['files'], string, readonly string[]]>([
    ['it is there and has no record', {}, 'v1', ['v1']],
    ['its record is older than that', { [KEY]: accepted('v1') }, 'v2', ['v2', 'v1']],
    ['a version counts that is gone', { [KEY]: accepted('v2') }, 'v1', ['v1']],
    [
      'a version counts that is gone, under one that is refused',
      { [KEY]: refused('v3', { inForce: inForce('v2') }) },
      'v1',
      ['v3', 'v1'],
    ],
  ])('is lost from the table where %s', async (_, head, versionId, versionIds) => {
    expect(await compared(head, versionId, ...versionIds)).toEqual([[KEY, 'lost_from_table']]);
  });
});
