import { errorName, type Log } from '#functions/log.ts';
import type { StartRun } from '#functions/run-starter.ts';

export type AskForReport = ReturnType<typeof reportRequester>;

/**
 * Asks for the report of the latest result, without waiting for it; asking twice costs one look at files that are there.
 * The tables do not depend on it: a request that fails is a line of the log, and the report's own clock makes it good.
 */
export const reportRequester =
  (startRun: StartRun, functionName: string, log: Log) => async (): Promise<void> => {
    try {
      await startRun(functionName, { source: 'statistics' });
    } catch (error) {
      log('report-not-asked-for', { error: errorName(error) });
    }
  };
