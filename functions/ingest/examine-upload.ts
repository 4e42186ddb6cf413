import type { Log } from '#functions/log.ts';
import type { AskForStatistics } from '#functions/statistics-request.ts';
import { filesBeside } from '#functions/storage/files-beside.ts';
import type { IsWhole, ReadWholeRows } from '#functions/storage/whole-generation.ts';
import { type Report, reportAnswers, reportOn } from '#shared/reports/report.ts';
import { changesBetween, type RowChanges } from '#shared/reports/row-changes.ts';
import { type CentreHead, hasRoomFor, type UploadedFile } from '#shared/storage/centre-head.ts';
import type { LiveVersions } from '#shared/storage/live-versions.ts';
import { recordAnswers, recordStands } from '#shared/storage/standing-records.ts';
import { contentsOf, findingsOf } from '#shared/validation/examination.ts';
import type { Upload } from '#shared/validation/upload-place.ts';
import { enteringBeside } from './entering-beside.ts';
import { type Judged, type Judgement, type JudgePorts, judgeUpload } from './judge-upload.ts';
import type { OtherFiles } from './other-rows.ts';
import { type RecordPorts, recordVerdict } from './record-verdict.ts';
import type { RemainingSteps } from './remaining-steps.ts';
import type { StoredReport, WriteReport } from './report-store.ts';
import type { StepOutcome } from './step-outcome.ts';

export interface ExaminePorts extends JudgePorts, RecordPorts {
  readonly isWhole: IsWhole;
  readonly readWholeRows: ReadWholeRows;
  readonly askForStatistics: AskForStatistics;
  readonly writeReport: WriteReport;
  readonly log: Log;
}

interface Uploaded {
  readonly upload: Upload;
  readonly head: CentreHead;
  readonly reportBefore: StoredReport;
  readonly live: LiveVersions;
  readonly steps: RemainingSteps;
}

/**
 * Examines a file that is in the bucket and acts on the verdict: stages the rows, moves the head, asks for statistics,
 * writes the report. After a crash between any two steps, the next hint does what is left. Once the head says the verdict,
 * the report is written even if a step before it fails: it says what could not be compared, and is made anew. Beside files whose rows are
 * lost, nothing is done: it tells which they are.
 */
export async function examineUpload(
  ports: ExaminePorts,
  uploaded: Uploaded,
): Promise<StepOutcome | Pick<OtherFiles, 'lackingRows'>> {
  const { upload, head, reportBefore, live, steps } = uploaded;
  const judged = { upload, head, live, isWhole: await isWhole(ports, uploaded) };
  if (isDone(ports, judged, reportBefore.report)) return { report: reportBefore.report };
  const judgement = await judgeUpload(ports, judged);
  if (judgement === undefined) return 'overtaken';
  if ('lackingRows' in judgement) return judgement;
  const recorded = await recordVerdict(ports, judged, judgement, steps);
  if (recorded === 'overtaken') return recorded;
  // Whatever the verdict: a run that died may have moved the head without asking.
  await steps.attempt(ports.askForStatistics);

  const { examination } = judgement;
  const report = reportOn({
    file: upload.key,
    versionId: recorded.versionId,
    sha256: judgement.sha256,
    at: recorded.at,
    rules: recorded.rules,
    beside: recorded.beside,
    examination,
    entering: (await steps.attempt(() => enteringOf(ports, judgement))) ?? null,
    changes: (await steps.attempt(() => changesSince(ports, uploaded, judgement, recorded))) ?? null,
    stillInForce: recorded.inForce,
    refusedSince: recorded.refusedSince,
  });
  ports.log(report.verdict, { key: upload.key, rows: report.rows, problems: report.problemCount });
  const { text } = examination;
  const annotation = text && { text, problems: findingsOf(examination) };
  const written = await ports.writeReport(
    { report, annotation, isFinal: steps.areDone() },
    reportBefore.etags,
  );
  return written === 'overtaken' ? written : { report };
}

const enteringOf = ({ examination: { settings } }: ExaminePorts, { examination, others }: Judgement) =>
  enteringBeside(examination, others, settings);

async function isWhole(ports: ExaminePorts, { upload: { key }, head }: Uploaded): Promise<boolean> {
  const inForce = head.files[key]?.inForce;
  return !inForce || ports.isWhole({ ...inForce, centre: head.centre, key });
}

/** Whether nothing is left to do for this file. One past the centre's most files has no record: its report alone tells. */
function isDone(
  { examination: { rules }, centres }: ExaminePorts,
  { upload: { key, misplaced }, head, live, isWhole: whole }: Judged,
  report: Report | undefined,
): boolean {
  if (report === undefined) return false;
  const file = head.files[key];
  if (file === undefined) return !hasRoomFor(head, key) && report.versionId === live.newest.versionId;
  const examiner = { rules, isMisplaced: () => misplaced !== null };
  return (
    whole &&
    recordAnswers(file, live) &&
    recordStands(head, key, file, examiner) &&
    file.beside === filesBeside(head, key, file, centres) &&
    reportAnswers(report, head)
  );
}

/** What an accepted version changed; null where the rows of the version before are no longer what they were. */
async function changesSince(
  { readWholeRows }: ExaminePorts,
  { upload: { centre, key }, reportBefore: { report } }: Uploaded,
  { examination }: Judgement,
  { versionId, at, replaced }: UploadedFile,
): Promise<RowChanges | null> {
  if (examination.verdict === 'refused') return null;
  // Said already: the same rows, read again by other rules.
  if (report?.versionId === versionId && report.at === at) return report.changes;
  const before = replaced === null ? [] : await readWholeRows({ ...replaced, centre, key });
  if (before === undefined) return null;
  return changesBetween(before, [...contentsOf(examination.rows)]);
}
