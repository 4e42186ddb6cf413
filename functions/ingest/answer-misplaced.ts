import type { Log } from '#functions/log.ts';
import { reportOn, withdrawalReport } from '#shared/reports/report.ts';
import { refusedWhole } from '#shared/validation/examine-file.ts';
import type { Problem } from '#shared/validation/problem.ts';
import type { Settled } from './ingest-upload.ts';
import type { ReadReport, WriteReport } from './report-store.ts';
import type { ReadObject } from './uploaded-object.ts';

export interface AnswerPorts {
  readonly now: () => string;
  readonly readReport: ReadReport;
  readonly readObject: ReadObject;
  readonly writeReport: WriteReport;
  readonly log: Log;
}

/** Answers a file that lies where no data set can: refused unread, and no head knows of it. */
export async function answerMisplaced(ports: AnswerPorts, key: string, problem: Problem): Promise<Settled> {
  const answered = await ports.readReport(key);
  const object = await ports.readObject(key);
  await object?.discard();
  const versionId = object?.versionId ?? null;
  const neverSent = answered === undefined && object === undefined;
  if (neverSent || answered?.report.versionId === versionId) return 'settled';

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
  const written = await ports.writeReport(report, undefined, answered?.etag ?? null);
  return written === 'written' ? 'settled' : 'lost';
}
