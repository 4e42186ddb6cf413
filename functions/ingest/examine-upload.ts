import type { Log } from '#functions/log.ts';
import type { CommitHead } from '#functions/storage/heads.ts';
import type { ReadRows } from '#functions/storage/rows.ts';
import type { RetireGeneration } from '#functions/storage/staged-generations.ts';
import { reportAnswers, reportOn } from '#shared/reports/report.ts';
import { changesBetween, type RowChanges } from '#shared/reports/row-changes.ts';
import { sha256 } from '#shared/sha256.ts';
import {
  type CentreHead,
  filesInForce,
  hasRoomFor,
  MOST_FILES,
  recordAccepted,
  recordRefused,
  verdictStands,
  withFile,
} from '#shared/storage/centre-head.ts';
import {
  type Examination,
  examineFile,
  refusedTooLarge,
  refusedWhole,
} from '#shared/validation/examine-file.ts';
import { tooManyFiles } from '#shared/validation/file-problems.ts';
import { LARGEST_FILE_BYTES } from '#shared/validation/limits.ts';
import { inWholeFile } from '#shared/validation/problem.ts';
import type { Settled } from './ingest-upload.ts';
import type { ReadOtherRows } from './other-rows.ts';
import type { StoredReport, WriteReport } from './report-store.ts';
import type { StageRows } from './row-stager.ts';
import type { AskForStatistics } from './statistics-request.ts';
import type { UploadedObject } from './uploaded-object.ts';

export interface ExaminePorts {
  readonly now: () => string;
  readonly readOtherRows: ReadOtherRows;
  readonly readRows: ReadRows;
  readonly stageRows: StageRows;
  readonly commitHead: CommitHead;
  readonly retireGeneration: RetireGeneration;
  readonly askForStatistics: AskForStatistics;
  readonly writeReport: WriteReport;
  readonly log: Log;
}

interface Uploaded {
  readonly key: string;
  readonly head: CentreHead;
  readonly answered: StoredReport;
  readonly object: UploadedObject;
}

/** A verdict that the head holds, and what it changed. */
interface Recorded {
  readonly at: string;
  readonly changes: RowChanges | null;
}

/**
 * Examines a file that is in the bucket and carries its verdict out: stage the rows, move the head, ask for
 * statistics, answer the sender. A crash may fall between any two steps; the next hint does the rest.
 */
export async function examineUpload(ports: ExaminePorts, uploaded: Uploaded): Promise<Settled> {
  const { key, head, answered, object } = uploaded;
  const stands = verdictStands(head, key, object.versionId);
  if (stands && answered.report !== undefined && reportAnswers(answered.report, head)) {
    await object.discard();
    return 'settled';
  }
  const { examination, digest } = await examine(ports, uploaded);
  const before = head.files[key];
  // A crash after the head moved leaves a verdict without its report: only the rest is to be done.
  const recorded =
    stands && before?.state === examination.verdict
      ? { at: before.at, changes: null }
      : await record(ports, uploaded, examination, digest);
  if (recorded === 'lost') return 'lost';
  // Whatever the verdict: a run that died may have moved the head and not asked.
  await ports.askForStatistics();

  const report = reportOn({
    file: key,
    versionId: object.versionId,
    ...recorded,
    examination,
    stillInForce: before?.inForce ?? null,
  });
  ports.log(report.verdict, { key, rows: report.rows, problems: report.problemCount });
  const annotation = examination.text && {
    text: examination.text,
    problems: examination.verdict === 'refused' ? examination.problems : examination.warnings,
  };
  const written = await ports.writeReport(report, annotation, answered.etags);
  return written === 'lost' ? 'lost' : 'settled';
}

async function examine(
  ports: ExaminePorts,
  { key, head, object }: Uploaded,
): Promise<{ readonly examination: Examination; readonly digest: string }> {
  if (!hasRoomFor(head, key)) {
    await object.discard();
    return { examination: refusedWhole(tooManyFiles(inWholeFile, MOST_FILES)), digest: '' };
  }
  if (object.sizeInBytes > LARGEST_FILE_BYTES) {
    await object.discard();
    return { examination: refusedTooLarge(), digest: '' };
  }
  const bytes = await object.bytes();
  const others = await ports.readOtherRows(filesInForce([head]).filter((file) => file.key !== key));
  return { examination: examineFile(bytes, others), digest: await sha256(bytes) };
}

/** Stages what counts and moves the head: from here on the verdict is the truth. */
async function record(
  ports: ExaminePorts,
  { key, head, object: { versionId } }: Uploaded,
  examination: Examination,
  digest: string,
): Promise<Recorded | 'lost'> {
  const at = ports.now();
  // A centre at its bound of files has no place for the record; the report alone answers.
  if (!hasRoomFor(head, key)) return { at, changes: null };
  const { centre } = head;
  const replaced = filesInForce([head]).find((file) => file.key === key);
  if (examination.verdict === 'refused') {
    const refused = recordRefused(head, key, { versionId, at, blockedBy: examination.blockedBy });
    return (await ports.commitHead(withFile(head, key, refused))) === 'lost' ? 'lost' : { at, changes: null };
  }

  const { table, rows } = examination;
  const rowsBefore = replaced === undefined ? [] : await ports.readRows(replaced);
  await ports.stageRows({ centre, key, versionId }, rows, at);
  const accepted = recordAccepted({ table, versionId, sha256: digest, rows: rows.length, at });
  if ((await ports.commitHead(withFile(head, key, accepted))) === 'lost') return 'lost';
  if (replaced !== undefined && replaced.versionId !== versionId) await ports.retireGeneration(replaced, at);
  return {
    at,
    changes: changesBetween(
      rowsBefore,
      rows.map(({ content }) => content),
    ),
  };
}
