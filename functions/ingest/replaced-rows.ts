import type { LiveVersions } from '#shared/storage/live-versions.ts';
import { type RowBefore, rowsBefore } from '#shared/validation/circumstances.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { examineVersion, type VersionPorts } from './examine-version.ts';

/** What a record that is still right says of some versions of a file; positions count from the newest, which is 0. */
export interface KnownVersions {
  readonly isInForce: (position: number) => boolean;
  /** Whether it was refused for itself alone. */
  readonly isRefused: (position: number) => boolean;
}

type RowsOrDeleted = readonly RowBefore[] | 'deleted';

/**
 * The rows that a version of a file replaces: those of the newest older one that is acceptable by itself, beside what it
 * replaces in its turn. The centre's other files have no say in it, so that this depends on the file's own versions alone.
 * Each version is read once at most, and none that is older than one known to be acceptable.
 *
 * @returns for a position the rows, none where it replaces nothing; `deleted` where a version was deleted meanwhile
 */
export function replacedRowsReader(
  ports: VersionPorts,
  key: string,
  { versions }: LiveVersions,
  known: KnownVersions,
): (position: number) => Promise<RowsOrDeleted> {
  const read = new Map<number, Promise<RowsOrDeleted | undefined>>();

  /** The rows of a version, or undefined where it is refused for itself. */
  async function readAcceptable(position: number): Promise<RowsOrDeleted | undefined> {
    const version = versions[position];
    const replaced = known.isInForce(position) ? [] : await replacedBy(position);
    if (version === undefined || replaced === 'deleted') return 'deleted';
    const examined = await examineVersion(ports, key, version, NO_OTHER_ROWS, replaced);
    if (examined === undefined) return 'deleted';
    const { examination } = examined;
    return examination.verdict === 'accepted' ? rowsBefore(examination.rows) : undefined;
  }

  function acceptableRows(position: number): Promise<RowsOrDeleted | undefined> {
    const rows = read.get(position) ?? readAcceptable(position);
    read.set(position, rows);
    return rows;
  }

  async function replacedBy(position: number): Promise<RowsOrDeleted> {
    for (let older = position + 1; older < versions.length; older++) {
      if (known.isRefused(older)) continue;
      const rows = await acceptableRows(older);
      if (rows !== undefined) return rows;
    }
    return [];
  }
  return replacedBy;
}
