import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Source } from '#functions/statistics/run-statistics.ts';

export type AskForStatistics = ReturnType<typeof statisticsRequester>;

/**
 * Asks for a statistics run, without waiting for it; asking twice costs one look at unchanged inputs.
 *
 * @param source - `schedule` for a whole run, as the clock starts one
 */
export const statisticsRequester =
  (client: LambdaClient, functionName: string, source: Source = 'upload') =>
  async (): Promise<void> => {
    await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: JSON.stringify({ source }),
      }),
    );
  };
