import type { InForce, UploadedFile } from '#shared/storage/centre-head.ts';

/** A version in force whose generation has the version's name. */
export const inForce = (versionId: string, change: Partial<InForce> = {}): InForce => ({
  table: 'pairs',
  versionId,
  sha256: 'f'.repeat(64),
  rows: 3,
  at: '2026-11-24T03:00:00.000Z',
  generation: `g-${versionId}`,
  ...change,
});

const RECORD: UploadedFile = {
  versionId: 'v1',
  since: '2026-11-01T00:00:00.000Z',
  state: 'accepted',
  rules: 'today',
  at: '2026-11-24T03:00:00.000Z',
  blockedBy: [],
  refusedSince: null,
  refusedForGood: false,
  refusedVersions: 0,
  versions: 1,
  beside: '',
  inForce: null,
  replaced: null,
};

/** The record of an accepted version. */
export const accepted = (versionId: string, change: Partial<UploadedFile> = {}): UploadedFile => ({
  ...RECORD,
  versionId,
  inForce: inForce(versionId),
  ...change,
});

/** The record of a refused version of which nothing counts. */
export const refused = (versionId: string, change: Partial<UploadedFile> = {}): UploadedFile => ({
  ...RECORD,
  versionId,
  state: 'refused',
  refusedVersions: 1,
  ...change,
});
