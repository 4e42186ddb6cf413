import { EVENTS_LOST, HEAD_DAMAGED, type Log } from '#functions/log.ts';
import type { ReadAwaited } from '#functions/storage/awaited-uploads.ts';
import { outdatedReports } from '#functions/storage/files-beside.ts';
import type { ListUploads } from '#functions/storage/listed-versions.ts';
import type { StoredLatest } from '#functions/storage/stored-latest.ts';
import type { PendingFile } from '#shared/publication/pending.ts';
import { type CentreHead, changesSeen, isDamaged } from '#shared/storage/centre-head.ts';
import type { LiveVersions } from '#shared/storage/live-versions.ts';
import { type AwaitPorts, awaitUploads } from './await-uploads.ts';
import { type LatestPorts, sourcesOf } from './latest-result.ts';
import { type UnsettledPorts, unsettledUploads } from './unsettled-uploads.ts';

export interface SettlePorts extends AwaitPorts, UnsettledPorts, Pick<LatestPorts, 'readText'> {
  readonly log: Log;
  readonly centres: readonly string[];
  readonly rules: string;
  readonly listUploads: ListUploads;
  readonly readAwaited: ReadAwaited;
}

export interface Unchecked {
  readonly heads: readonly CentreHead[];
  readonly latest: StoredLatest | undefined;
  /** All uploads, in a run by the clock. */
  readonly uploads: ReadonlyMap<string, LiveVersions> | undefined;
  readonly lackingRows: ReadonlySet<string>;
}

export interface Settlement {
  /** The files without which nothing is published yet. */
  readonly waitingFor: readonly PendingFile[];
  /** The files that were waited for long enough: the result is published without them and names them. */
  readonly pending: readonly PendingFile[];
}

/** Finds out whether what is in force is settled, and asks ingest for the files that are not. */
export async function settleUploads(ports: SettlePorts, unchecked: Unchecked): Promise<Settlement> {
  const { centres, rules } = ports;
  const { heads, latest } = unchecked;
  const damaged = heads.filter(isDamaged);
  for (const { centre } of damaged) ports.log(HEAD_DAMAGED, { centre });
  // A table that knows less than it did is compared with the whole bucket, as by the clock.
  const isLost = damaged.length > 0 || changesSeen(heads) < (latest?.content?.changes ?? 0);
  const uploads = unchecked.uploads ?? (isLost ? await ports.listUploads() : undefined);
  const awaited = await ports.readAwaited();
  const { inputs, pending: missing } = await sourcesOf(ports, latest?.content);
  const awaitedFiles = [...awaited].flatMap(([key, { wanted }]) => (wanted === 'file' ? [key] : []));
  const unsettled = await unsettledUploads(ports, {
    rules,
    centres,
    heads,
    latestInputs: inputs,
    uploads,
    awaited: new Set([...awaitedFiles, ...missing]),
    lackingRows: unchecked.lackingRows,
  });
  if (uploads) ports.log('compared', { uploads: uploads.size, unsettled: unsettled.length });
  // A table that forgot says nothing of events.
  if (uploads && !isLost) {
    const lost = unsettled.filter((file) => isLostEvent(file, uploads, ports.now()));
    if (lost.length > 0) ports.log(EVENTS_LOST, { files: lost.length });
  }
  const waitingFor = await awaitUploads(ports, {
    rules,
    unsettled,
    // The clock's run has all reports compared.
    outdated: unchecked.uploads ? [] : withOutdatedReports(heads, centres),
    awaited,
    askAgain: unchecked.uploads !== undefined,
  });
  const pending = unsettled.filter((file) => !waitingFor.includes(file));
  return { waitingFor, pending };
}

const withOutdatedReports = (heads: readonly CentreHead[], centres: readonly string[]) =>
  heads.flatMap((head) => outdatedReports(head, centres).map((key) => ({ centre: head.centre, key })));

/** Longer than any event takes on its way, and than a file is tried again before it is set aside. */
const LONGEST_WAY_MILLISECONDS = 60 * 60 * 1000;

/** Whether nobody was told of a file that was sent an hour ago or more; of one that was deleted, when is not known. */
function isLostEvent(
  { key, reason }: PendingFile,
  uploads: ReadonlyMap<string, LiveVersions>,
  now: Date,
): boolean {
  const sent = uploads.get(key)?.newest.lastModified;
  const isLate = sent === undefined || now.getTime() - Date.parse(sent) > LONGEST_WAY_MILLISECONDS;
  return reason === 'not_brought_in' && isLate;
}
