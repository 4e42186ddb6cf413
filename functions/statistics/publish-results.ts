import { type Log, PUBLISHED_RESULT_DIFFERS, PUBLISHED_WITH_PENDING } from '#functions/log.ts';
import type { AskForStatistics } from '#functions/statistics-request.ts';
import { readLatest } from '#functions/storage/stored-latest.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { PendingFile } from '#shared/publication/pending.ts';
import type { ResultComputation } from '#shared/publication/result-computation.ts';
import { LATEST_RESULT } from '#shared/storage/bucket-keys.ts';
import { changesSeen, type FileInForce, filesInForce } from '#shared/storage/centre-head.ts';
import type { LiveVersions } from '#shared/storage/live-versions.ts';
import { headsAtRest, type RestPorts, sameHeads } from './heads-at-rest.ts';
import { type LatestPorts, moveLatest } from './latest-result.ts';
import { type PublishFilePorts, publishFiles } from './publish-files.ts';
import type { AskForReport } from './report-request.ts';
import { type SettlePorts, settleUploads } from './settle-uploads.ts';
import type { ReadStudyRows } from './study-rows.ts';

export interface PublishPorts extends LatestPorts, PublishFilePorts, SettlePorts, RestPorts {
  readonly settings: StudySettings;
  readonly codeVersion: string;
  readonly commit: string;
  readonly now: () => Date;
  readonly log: Log;
  readonly readStudyRows: ReadStudyRows;
  readonly computation: ResultComputation;
  readonly askForReport: AskForReport;
  readonly askForStatistics: AskForStatistics;
}

export interface PublishOptions {
  /**
   * Every upload that lies in the bucket, in a run by the clock, which also recomputes a result that is published
   * already and says where the two differ.
   */
  readonly uploads?: ReadonlyMap<string, LiveVersions>;
}

/**
 * What became of a run: the latest result and the files it is without, the files without which it published nothing, or
 * `overtaken` where it left the work to a newer run.
 */
export type Publication =
  | { readonly id: string; readonly pending: readonly PendingFile[] }
  | { readonly waitingFor: readonly PendingFile[]; readonly pending: readonly PendingFile[] }
  | 'overtaken';

/** Each computes the whole study: more of them would not fit into the time of one run. */
const MOST_ROUNDS = 5;

/**
 * Publishes the tables of what is in force now, once that is settled. Goes round again whenever a head moved meanwhile or
 * another run was faster, once the heads are at rest, so that the latest result is never older than the heads that this
 * run saw last. In a busy hour that has no end: after some rounds the newest request does the work. Whoever moved a head
 * asks for a run, unless it died before; this one asks too, so that there is one.
 */
export async function publishResults(
  ports: PublishPorts,
  { uploads }: PublishOptions = {},
): Promise<Publication> {
  const lackingRows = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (round > 0) await headsAtRest(ports);
    const publication = await publishOnce(ports, uploads, lackingRows);
    if (publication !== 'overtaken') return publication;
  }
  ports.log('left-to-a-newer-run', { rounds: MOST_ROUNDS });
  await ports.askForStatistics();
  return 'overtaken';
}

/** @param lackingRows - gathers the partitions that lack rows: what lacks them in a later round too has lost them */
async function publishOnce(
  ports: PublishPorts,
  uploads: PublishOptions['uploads'],
  lackingRows: Set<string>,
): Promise<Publication | 'overtaken'> {
  const started = ports.now();
  // Read before the heads: a run that publishes something newer meanwhile changes the ETag, and this one cannot move it back.
  const latest = await readLatest(ports.readText);
  const heads = await ports.readHeads();
  const { waitingFor, pending } = await settleUploads(ports, { heads, latest, uploads, lackingRows });
  if (waitingFor.length > 0) {
    ports.log('waiting', { files: waitingFor.length });
    return { waitingFor, pending };
  }
  const files = filesInForce(heads).filter((file) => !pending.some(({ key }) => key === file.key));
  const { settings, codeVersion, computation } = ports;
  const id = await computation.nameResult({ files, settings, codeVersion, pending });
  if (latest && latest.content === undefined)
    ports.log(PUBLISHED_RESULT_DIFFERS, { id, file: LATEST_RESULT });
  if (latest?.content?.id === id && !uploads) {
    ports.log('result-unchanged', { id });
    return { id, pending };
  }
  const tables = await computeAndPublish(ports, { id, files, pending, started }, lackingRows);
  if (tables === 'overtaken') return tables;
  if (latest?.content?.id !== id) {
    const published = { id, files: tables, changes: changesSeen(heads) };
    if ((await moveLatest(ports, published, latest?.etag ?? null)) === 'overtaken') return 'overtaken';
  }
  // By the clock also of a result that stands already: its report may be gone, or of an earlier release.
  await ports.askForReport();
  return sameHeads(heads, await ports.readHeads()) ? { id, pending } : 'overtaken';
}

interface Sources {
  readonly id: string;
  readonly files: readonly FileInForce[];
  readonly pending: readonly PendingFile[];
  readonly started: Date;
}

async function computeAndPublish(
  ports: PublishPorts,
  sources: Sources,
  lackingRows: Set<string>,
): Promise<readonly string[] | 'overtaken'> {
  const { id, files, pending } = sources;
  const rows = await ports.readStudyRows(files);
  if ('lackingRows' in rows) {
    for (const partition of rows.lackingRows) lackingRows.add(partition);
    return 'overtaken';
  }
  const { settings, codeVersion, commit, now } = ports;
  const result = await ports.computation.computeResult({
    ...sources,
    settings,
    codeVersion,
    commit,
    rows,
    now,
  });
  if ((await publishFiles(ports, id, result)) === 'overtaken') return 'overtaken';
  ports.log('result-computed', {
    id,
    files: files.length,
    rows: files.reduce((sum, file) => sum + file.rows, 0),
    milliseconds: result.manifest.milliseconds,
  });
  if (pending.length > 0) ports.log(PUBLISHED_WITH_PENDING, { id, files: pending.length });
  return [...result.tables.keys()];
}
