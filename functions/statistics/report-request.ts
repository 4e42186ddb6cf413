import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { errorName, type Log } from '#functions/log.ts';

export type AskForReport = ReturnType<typeof reportRequester>;

/**
 * Asks for the report of the latest result, without waiting for it; asking twice costs one look at files that are there.
 * The tables do not depend on it: a request that fails is a line of the log, and the report's own clock makes it good.
 */
export const reportRequester =
  (client: LambdaClient, functionName: string, log: Log) => async (): Promise<void> => {
    try {
      await client.send(
        new InvokeCommand({
          FunctionName: functionName,
          InvocationType: 'Event',
          Payload: JSON.stringify({ source: 'statistics' }),
        }),
      );
    } catch (error) {
      log('report-not-asked-for', { error: errorName(error) });
    }
  };
