import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

/** Starts a run of a function, without waiting for it. */
export type StartRun = (functionName: string, event: Readonly<Record<string, string>>) => Promise<void>;

export const runStarter =
  (client: LambdaClient): StartRun =>
  async (functionName, event) => {
    await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: JSON.stringify(event),
      }),
    );
  };
