import type { Log } from '#functions/log.ts';
import type { CommitHead } from '#functions/storage/heads.ts';
import type { RetireGeneration } from '#functions/storage/staged-generations.ts';
import { withdrawalReport } from '#shared/reports/report.ts';
import { type CentreHead, withoutFile } from '#shared/storage/centre-head.ts';
import type { Settled } from './ingest-upload.ts';
import type { StoredReport, WriteReport } from './report-store.ts';
import type { AskForStatistics } from './statistics-request.ts';

export interface WithdrawPorts {
  readonly now: () => string;
  readonly commitHead: CommitHead;
  readonly retireGeneration: RetireGeneration;
  readonly askForStatistics: AskForStatistics;
  readonly writeReport: WriteReport;
  readonly log: Log;
}

interface Gone {
  readonly key: string;
  readonly head: CentreHead;
  readonly answered: StoredReport;
}

/** Withdraws the rows of a file that is no longer in the bucket. */
export async function withdrawUpload(ports: WithdrawPorts, { key, head, answered }: Gone): Promise<Settled> {
  const file = head.files[key];
  if (file !== undefined) {
    if ((await ports.commitHead(withoutFile(head, key))) === 'lost') return 'lost';
    if (file.inForce !== null) {
      await ports.retireGeneration(
        { centre: head.centre, key, versionId: file.inForce.versionId },
        ports.now(),
      );
    }
  }
  // Even where nothing is recorded: the run that withdrew the rows may have died before it asked.
  await ports.askForStatistics();
  const nothingToSay = answered.etags.json === null || answered.report?.verdict === 'withdrawn';
  if (file === undefined && nothingToSay) return 'settled';
  ports.log('withdrawn', { key });
  const written = await ports.writeReport(withdrawalReport(key, ports.now()), undefined, answered.etags);
  return written === 'lost' ? 'lost' : 'settled';
}
