import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

export type AskForStatistics = ReturnType<typeof statisticsRequester>;

/** Asks for a statistics run, without waiting for it; asking twice costs one look at unchanged inputs. */
export const statisticsRequester =
  (client: LambdaClient, functionName: string) => async (): Promise<void> => {
    await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: JSON.stringify({ source: 'upload' }),
      }),
    );
  };
