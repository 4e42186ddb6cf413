import { LambdaClient, type ServiceOutputTypes as LambdaOutput } from '@aws-sdk/client-lambda';
import { SQSClient, type ServiceOutputTypes as SqsOutput } from '@aws-sdk/client-sqs';

/*
 * The SDK's clients, whose commands are answered by a test instead of by AWS.
 */

const region = 'eu-west-3';
const instead = { step: 'initialize', priority: 'high', name: 'answered-by-a-test' } as const;

export type Answer<Output> = (command: string, input: object) => Output;

export function answeringQueue(answer: Answer<SqsOutput>): SQSClient {
  const client = new SQSClient({ region });
  client.middlewareStack.add(
    (_, { commandName = '' }) =>
      async ({ input }) => ({ response: undefined, output: answer(commandName, input) }),
    instead,
  );
  return client;
}

export function answeringLambda(answer: Answer<LambdaOutput>): LambdaClient {
  const client = new LambdaClient({ region });
  client.middlewareStack.add(
    (_, { commandName = '' }) =>
      async ({ input }) => ({ response: undefined, output: answer(commandName, input) }),
    instead,
  );
  return client;
}
