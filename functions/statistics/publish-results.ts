import { type Log, PUBLISHED_RESULT_DIFFERS } from '#functions/log.ts';
import type { ReadText, WriteOver } from '#functions/storage/conditional-object.ts';
import type { ReadHeads } from '#functions/storage/heads.ts';
import type { Pause } from '#functions/storage/pause.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import type { ResultComputation } from '#shared/publication/result-computation.ts';
import { MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import { type CentreHead, type FileInForce, filesInForce } from '#shared/storage/centre-head.ts';
import { type LatestPorts, moveLatest, readLatest } from './latest-result.ts';
import type { ReadStudyRows } from './study-rows.ts';

export interface PublishPorts extends LatestPorts {
  readonly settings: StudySettings;
  readonly codeVersion: string;
  readonly commit: string;
  readonly now: () => Date;
  readonly pause: Pause;
  readonly log: Log;
  readonly readHeads: ReadHeads;
  readonly readStudyRows: ReadStudyRows;
  readonly computation: ResultComputation;
  readonly readText: ReadText;
  readonly writeOver: WriteOver;
}

export interface PublishOptions {
  /** Also recompute a result that is published already, and say where the two differ. */
  readonly verify?: boolean;
}

const MOST_ROUNDS = 20;

/**
 * Publishes the tables of what is in force now. Goes round again whenever a head moved meanwhile or another
 * run was faster, so that the latest result is never older than the heads that this run saw last.
 */
export async function publishResults(ports: PublishPorts, options: PublishOptions = {}): Promise<string> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (round > 0) await ports.pause(round);
    const id = await publishOnce(ports, options);
    if (id !== 'overtaken') return id;
  }
  throw new Error(`the study's inputs moved under ${MOST_ROUNDS} rounds in a row`);
}

async function publishOnce(ports: PublishPorts, { verify }: PublishOptions): Promise<string | 'overtaken'> {
  const started = ports.now();
  // Read before the heads: a run that publishes something newer meanwhile changes the ETag, and this one cannot move it back.
  const latest = await readLatest(ports);
  const heads = await ports.readHeads();
  const files = filesInForce(heads);
  const id = await ports.computation.nameResult({
    files,
    settings: ports.settings,
    codeVersion: ports.codeVersion,
  });
  if (latest?.content.id === id && !verify) {
    ports.log('result-unchanged', { id });
    return id;
  }
  const tables = await computeAndPublish(ports, id, files, started);
  if (tables === 'overtaken') return tables;
  if (
    latest?.content.id !== id &&
    (await moveLatest(ports, id, tables, latest?.etag ?? null)) === 'overtaken'
  ) {
    return 'overtaken';
  }
  return sameHeads(heads, await ports.readHeads()) ? id : 'overtaken';
}

async function computeAndPublish(
  ports: PublishPorts,
  id: string,
  files: readonly FileInForce[],
  started: Date,
): Promise<readonly string[] | 'overtaken'> {
  const rows = await ports.readStudyRows(files);
  if (rows === 'swept') return 'overtaken';
  const { settings, codeVersion, commit, now } = ports;
  const { tables, manifest } = await ports.computation.computeResult({
    id,
    settings,
    codeVersion,
    commit,
    files,
    rows,
    started,
    now,
  });
  // The manifest last: where it stands, every table does.
  for (const [file, content] of [...tables, [MANIFEST_FILE, manifestText(manifest)] as const]) {
    if ((await publishFile(ports, id, file, content)) === 'overtaken') return 'overtaken';
  }
  ports.log('result-computed', {
    id,
    files: files.length,
    rows: rows.length,
    milliseconds: manifest.milliseconds,
  });
  return [...tables.keys()];
}

/** Writes a file once. A table that is there already must be the same; a manifest tells the time, so the first one stays. */
async function publishFile(
  ports: PublishPorts,
  id: string,
  file: string,
  content: string,
): Promise<'published' | 'overtaken'> {
  const key = resultFolder(id) + file;
  const contentType = file.endsWith('.json') ? 'application/json' : 'text/csv; charset=utf-8';
  if ((await ports.writeOver({ key, body: content, contentType }, null)) !== 'overtaken') return 'published';
  const published = await ports.readText(key);
  // S3 refuses a write with 409 because of another at the same moment, which may have failed too: then nothing is there.
  if (published === undefined) return 'overtaken';
  if (file !== MANIFEST_FILE && published.text !== content) {
    ports.log(PUBLISHED_RESULT_DIFFERS, { id, file });
  }
  return 'published';
}

const sameHeads = (before: readonly CentreHead[], after: readonly CentreHead[]): boolean =>
  before.length === after.length &&
  before.every((head) =>
    after.some(({ centre, version }) => centre === head.centre && version === head.version),
  );
