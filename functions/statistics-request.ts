import type { StartRun } from './run-starter.ts';

/**
 * Who asks for a run: an upload that changed the data; the clock at night; or whoever wants everything verified, a deployment or
 * an operator.
 */
export const SOURCES = ['upload', 'night', 'schedule'] as const;
export type Source = (typeof SOURCES)[number];

export type AskForStatistics = ReturnType<typeof statisticsRequester>;

/**
 * Asks for a statistics run, without waiting for it; asking twice costs one look at unchanged inputs.
 *
 * @param source - `schedule` for a full verification
 * @param askedBy - the request of whoever asks, for the log
 */
export const statisticsRequester =
  (startRun: StartRun, functionName: string, source: Source = 'upload', askedBy?: string) =>
  (): Promise<void> =>
    startRun(functionName, { source, ...(askedBy !== undefined && { askedBy }) });
