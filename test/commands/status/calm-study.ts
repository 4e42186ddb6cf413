import { showStatus } from '#cdk/commands/status/status.ts';
import type { StatusSources } from '#cdk/commands/status/study-status.ts';
import { reportSchema } from '#shared/reports/report.ts';
import { type CentreHead, emptyHead, type UploadedFile } from '#shared/storage/centre-head.ts';
import { inputOf, manifestFor } from '#test/publication/comparison/manifests.ts';
import { optionsOf, terminalIn } from '../terminal-in-memory.ts';

export const NOW = '2026-11-25T12:00:00.000Z';
export const LONG_AGO = '2026-11-25T08:00:00.000Z';
export const JUST_NOW = '2026-11-25T11:30:00.000Z';

export const record = (own: Partial<UploadedFile> = {}): UploadedFile => ({
  versionId: 'v1',
  since: LONG_AGO,
  state: 'accepted',
  rules: 'rules',
  at: LONG_AGO,
  blockedBy: [],
  refusedSince: null,
  refusedForGood: false,
  refusedVersions: 0,
  versions: 1,
  beside: '',
  inForce: {
    table: 'pairs',
    versionId: 'v1',
    sha256: 'digest',
    rows: 3,
    at: LONG_AGO,
    generation: '',
  },
  replaced: null,
  ...own,
});
export const headOf = (centre: string, files: CentreHead['files']): CentreHead => ({
  ...emptyHead(centre),
  version: 1,
  files,
});
export const live = (lastModified: string) => {
  const newest = { versionId: 'v1', lastModified, sizeInBytes: 1, isLatest: true };
  return { since: lastModified, newest, versions: [newest] };
};
export const PAIRS = 'uploads/rouen/pairs.csv';
export const report = (own: object) =>
  reportSchema.parse({
    file: PAIRS,
    verdict: 'accepted',
    versionId: 'v1',
    at: LONG_AGO,
    table: 'pairs',
    rows: 3,
    problemCount: 0,
    problems: [],
    warningCount: 2,
    warnings: [],
    changes: null,
    stillInForce: null,
    ...own,
  });

export const LATEST = { id: '0'.repeat(32), publishedAt: LONG_AGO, manifest: '', tables: [], changes: 0 };
/** One file, accepted, in the latest result: nothing to do. */
export const CALM: StatusSources = {
  now: NOW,
  centres: ['caen', 'rouen'],
  heads: [headOf('rouen', { [PAIRS]: record() })],
  uploads: new Map([[PAIRS, live(LONG_AGO)]]),
  reports: new Map([[PAIRS, report({})]]),
  unsettled: [],
  awaitedSince: new Map(),
  latest: LATEST,
  manifest: manifestFor({ inputs: [inputOf('rouen/pairs.csv')] }),
  queues: { uploads: { waiting: 0, inWork: 0 }, uploadsGivenUp: 0, failedComputations: 0, failedReports: 0 },
};
export const withRecord = (own: Partial<UploadedFile>): StatusSources => ({
  ...CALM,
  heads: [headOf('rouen', { [PAIRS]: record(own) })],
});

/** What a person sees of it, in French. */
export function show(sources: StatusSources, ...positionals: readonly string[]) {
  const { terminal, printed } = terminalIn('fr');
  const exitCode = showStatus(sources, { positionals, ...optionsOf() }, terminal);
  return { exitCode, printed: printed() };
}
