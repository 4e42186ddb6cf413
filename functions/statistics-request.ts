import type { StartRun } from './run-starter.ts';

/** Who asks for a run: an upload that changed the data, or the clock. */
export type Source = 'upload' | 'schedule';

export type AskForStatistics = ReturnType<typeof statisticsRequester>;

/**
 * Asks for a statistics run, without waiting for it; asking twice costs one look at unchanged inputs.
 *
 * @param source - `schedule` for a whole run, as the clock starts one
 * @param askedBy - the request of whoever asks, for the log
 */
export const statisticsRequester =
  (startRun: StartRun, functionName: string, source: Source = 'upload', askedBy?: string) =>
  (): Promise<void> =>
    startRun(functionName, { source, ...(askedBy !== undefined && { askedBy }) });
