import type { Log } from '#functions/log.ts';
import type { ReadRows } from '#functions/storage/rows.ts';
import { reportAnswers, reportOn } from '#shared/reports/report.ts';
import { changesBetween, type RowChanges } from '#shared/reports/row-changes.ts';
import { sha256 } from '#shared/sha256.ts';
import {
  type CentreHead,
  filesInForce,
  hasRoomFor,
  MOST_FILES,
  type UploadedFile,
  verdictStands,
} from '#shared/storage/centre-head.ts';
import {
  type Examination,
  examineFile,
  findingsOf,
  refusedTooLarge,
  refusedWhole,
} from '#shared/validation/examine-file.ts';
import { tooManyFiles } from '#shared/validation/file-problems.ts';
import { LARGEST_FILE_BYTES } from '#shared/validation/limits.ts';
import { inWholeFile } from '#shared/validation/problem.ts';
import type { Upload } from '#shared/validation/upload-place.ts';
import type { ReadOtherRows } from './other-rows.ts';
import { type RecordPorts, recordVerdict, stateAfter } from './record-verdict.ts';
import type { StoredReport, WriteReport } from './report-store.ts';
import type { AskForStatistics } from './statistics-request.ts';
import type { StepOutcome } from './step-outcome.ts';
import type { UploadedObject } from './uploaded-object.ts';

export interface ExaminePorts extends RecordPorts {
  readonly readOtherRows: ReadOtherRows;
  readonly readRows: ReadRows;
  readonly askForStatistics: AskForStatistics;
  readonly writeReport: WriteReport;
  readonly log: Log;
}

interface Uploaded {
  readonly upload: Upload;
  readonly head: CentreHead;
  readonly reportBefore: StoredReport;
  readonly object: UploadedObject;
}

/**
 * Examines a file that is in the bucket and acts on the verdict: stages the rows, moves the head, asks for statistics,
 * writes the report. After a crash between any two steps, the next hint does what is left.
 */
export async function examineUpload(ports: ExaminePorts, uploaded: Uploaded): Promise<StepOutcome> {
  const { upload, head, reportBefore, object } = uploaded;
  if (isDone(uploaded)) {
    await object.discard();
    return 'done';
  }
  const { examination, digest } = await examine(ports, uploaded);
  // After a crash that left a recorded verdict without its report, only what follows is to be done.
  const before = verdictStands(head, upload, object.versionId) ? head.files[upload.key] : undefined;
  const recorded =
    before?.state === stateAfter(upload, examination)
      ? before
      : await recordVerdict(ports, uploaded, examination, digest);
  if (recorded === 'overtaken') return recorded;
  // Whatever the verdict: a run that died may have moved the head without asking.
  await ports.askForStatistics();

  const report = reportOn({
    file: upload.key,
    versionId: object.versionId,
    at: recorded.at,
    examination,
    changes: await changesSince(ports, upload, recorded, examination),
    stillInForce: recorded.inForce,
  });
  ports.log(report.verdict, { key: upload.key, rows: report.rows, problems: report.problemCount });
  const { text } = examination;
  const annotation = text && { text, problems: findingsOf(examination) };
  const written = await ports.writeReport(report, annotation, reportBefore.etags);
  return written === 'overtaken' ? written : 'done';
}

/** Whether nothing is left to do for this version. A file past the centre's most files has no record: its report alone tells. */
function isDone({ upload, head, reportBefore: { report }, object }: Uploaded): boolean {
  if (report === undefined) return false;
  return hasRoomFor(head, upload.key)
    ? verdictStands(head, upload, object.versionId) && reportAnswers(report, head)
    : report.versionId === object.versionId;
}

async function examine(
  ports: ExaminePorts,
  { upload: { key, misplaced }, head, object }: Uploaded,
): Promise<{ readonly examination: Examination; readonly digest: string }> {
  const refused = unread(misplaced, hasRoomFor(head, key), object.sizeInBytes);
  if (refused !== undefined) {
    await object.discard();
    return { examination: refused, digest: '' };
  }
  const bytes = await object.bytes();
  const others = await ports.readOtherRows(filesInForce([head]).filter((file) => file.key !== key));
  return { examination: examineFile(bytes, others), digest: await sha256(bytes) };
}

/** The refusal of a file that is refused without being read. */
function unread(
  misplaced: Upload['misplaced'],
  hasRoom: boolean,
  sizeInBytes: number,
): Examination | undefined {
  if (misplaced !== null) return refusedWhole(misplaced);
  if (!hasRoom) return refusedWhole(tooManyFiles(inWholeFile, MOST_FILES));
  return sizeInBytes > LARGEST_FILE_BYTES ? refusedTooLarge() : undefined;
}

/** What an accepted version changed; null where the rows of the version before are no longer all there. */
async function changesSince(
  { readRows }: ExaminePorts,
  { centre, key }: Upload,
  { replaced }: UploadedFile,
  examination: Examination,
): Promise<RowChanges | null> {
  if (examination.verdict === 'refused') return null;
  const before = replaced === null ? [] : await readRows({ ...replaced, centre, key });
  if (before.length < (replaced?.rows ?? 0)) return null;
  return changesBetween(
    before,
    examination.rows.map(({ content }) => content),
  );
}
