import type { Log } from '#functions/log.ts';
import type { AskForStatistics } from '#functions/statistics-request.ts';
import type { CommitHead } from '#functions/storage/heads.ts';
import type { MarkGenerationIdle } from '#functions/storage/staged-generations.ts';
import { withdrawalReport } from '#shared/reports/report.ts';
import { type CentreHead, withoutFile } from '#shared/storage/centre-head.ts';
import type { RemainingSteps } from './remaining-steps.ts';
import type { StoredReport, WriteReport } from './report-store.ts';
import type { StepOutcome } from './step-outcome.ts';

export interface WithdrawPorts {
  readonly now: () => string;
  readonly commitHead: CommitHead;
  readonly markGenerationIdle: MarkGenerationIdle;
  readonly askForStatistics: AskForStatistics;
  readonly writeReport: WriteReport;
  readonly log: Log;
}

interface Gone {
  readonly key: string;
  readonly head: CentreHead;
  readonly reportBefore: StoredReport;
  readonly steps: RemainingSteps;
}

/** Withdraws the rows of a file that is no longer in the bucket; the report says so even if a step before it fails. */
export async function withdrawUpload(
  ports: WithdrawPorts,
  { key, head, reportBefore, steps }: Gone,
): Promise<StepOutcome> {
  const file = head.files[key];
  if (file !== undefined) {
    if ((await ports.commitHead(withoutFile(head, key))) === 'overtaken') return 'overtaken';
    const { inForce } = file;
    if (inForce !== null) {
      await steps.attempt(() =>
        ports.markGenerationIdle({ ...inForce, centre: head.centre, key }, ports.now()),
      );
    }
  }
  // Even where nothing is recorded: the run that withdrew the rows may have died before it asked.
  await steps.attempt(ports.askForStatistics);
  const nothingToSay = reportBefore.etags.json === null || reportBefore.report?.verdict === 'withdrawn';
  if (file === undefined && nothingToSay) return { report: reportBefore.report };
  ports.log('withdrawn', { key });
  const report = withdrawalReport(key, ports.now());
  const written = await ports.writeReport({ report, isFinal: steps.areDone() }, reportBefore.etags);
  return written === 'overtaken' ? written : { report };
}
