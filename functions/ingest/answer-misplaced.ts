import type { Log } from '#functions/log.ts';
import { reportOn, withdrawalReport } from '#shared/reports/report.ts';
import { refusedWhole } from '#shared/validation/examine-file.ts';
import type { Problem } from '#shared/validation/problem.ts';
import type { Settled } from './ingest-upload.ts';
import type { StoredReport, WriteReport } from './report-store.ts';
import type { UploadedObject } from './uploaded-object.ts';

export interface AnswerPorts {
  readonly now: () => string;
  readonly writeReport: WriteReport;
  readonly log: Log;
}

interface Misplaced {
  readonly key: string;
  readonly problem: Problem;
  readonly answered: StoredReport;
  readonly object: UploadedObject | undefined;
}

/** Answers a file that lies where no data set can: refused unread, and no head knows of it. */
export async function answerMisplaced(
  ports: AnswerPorts,
  { key, problem, answered, object }: Misplaced,
): Promise<Settled> {
  await object?.discard();
  const versionId = object?.versionId ?? null;
  const neverSent = answered.etags.json === null && object === undefined;
  if (neverSent || answered.report?.versionId === versionId) return 'settled';

  const at = ports.now();
  const report =
    versionId === null
      ? withdrawalReport(key, at)
      : reportOn({
          file: key,
          versionId,
          at,
          examination: refusedWhole(problem),
          changes: null,
          stillInForce: null,
        });
  ports.log('misplaced', { code: problem.code });
  const written = await ports.writeReport(report, undefined, answered.etags);
  return written === 'lost' ? 'lost' : 'settled';
}
