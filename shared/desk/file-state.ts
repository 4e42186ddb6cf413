import type { Report } from '#shared/reports/report.ts';
import { type ListedDeletion, type ListedVersion, liveVersions } from '#shared/storage/live-versions.ts';
import type { DeskFile, FileEvent } from './centre-api.ts';

/** All that ever happened to a name in the bucket, the newest first. */
export interface FileHistory {
  readonly versions: readonly ListedVersion[];
  readonly deletions: readonly ListedDeletion[];
}

/**
 * What a centre is told of one of its files: from the bucket's versions and the report that answers them, which are all that
 * the desk may read.
 *
 * @param report - the one that stands there; it may be about another version than the newest
 */
export function deskFile(name: string, history: FileHistory, report: Report | undefined): DeskFile {
  const live = liveVersions(history.versions, history.deletions);
  const events = eventsOf(history);
  if (live === undefined) {
    return { ...NOTHING_KNOWN, name, state: 'withdrawn', since: null, newest: null, history: events };
  }
  const { versionId, lastModified, sizeInBytes } = live.newest;
  const known = {
    name,
    since: live.since,
    newest: { versionId, at: lastModified, bytes: sizeInBytes },
    inForce: inForceBy(report, live.versions),
    history: events,
  };
  if (report?.versionId !== versionId || report.verdict === 'withdrawn') {
    return { ...NOTHING_KNOWN, ...known, state: 'examining' };
  }
  const { verdict, at, table, problemCount, warningCount, headline, entering, changes, refusedSince } =
    report;
  return {
    ...known,
    state: verdict,
    verdictAt: at,
    table,
    problems: problemCount,
    warnings: warningCount,
    headline,
    entering,
    changes,
    refusedSince,
  };
}

const NOTHING_KNOWN = {
  inForce: null,
  verdictAt: null,
  table: null,
  problems: null,
  warnings: null,
  headline: null,
  entering: null,
  changes: null,
  refusedSince: null,
} as const;

/** The version that counts by the last verdict, if it still lives. */
function inForceBy(report: Report | undefined, live: readonly ListedVersion[]): DeskFile['inForce'] {
  const counted =
    report?.verdict === 'accepted' && report.versionId !== null
      ? { versionId: report.versionId, rows: report.rows ?? 0 }
      : report?.stillInForce;
  const version = live.find(({ versionId }) => versionId === counted?.versionId);
  if (counted === null || counted === undefined || version === undefined) return null;
  return { versionId: counted.versionId, at: version.lastModified, rows: counted.rows };
}

function eventsOf({ versions, deletions }: FileHistory): FileEvent[] {
  const sent = versions.map(({ versionId, lastModified, sizeInBytes, isLatest }) => ({
    isLatest,
    event: { what: 'sent' as const, at: lastModified, versionId, bytes: sizeInBytes },
  }));
  const withdrawn = deletions.map(({ lastModified, isLatest }) => ({
    isLatest,
    event: { what: 'withdrawn' as const, at: lastModified, versionId: null, bytes: null },
  }));
  // Of one second, S3 does not say which came first: the current one is the newest, else a deletion follows what it deletes.
  return [...withdrawn, ...sent]
    .toSorted(
      (a, b) =>
        Number(b.isLatest) - Number(a.isLatest) ||
        (a.event.at < b.event.at ? 1 : a.event.at > b.event.at ? -1 : 0),
    )
    .map(({ event }) => event);
}
