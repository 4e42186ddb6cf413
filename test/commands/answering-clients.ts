import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient, type ServiceOutputTypes as LambdaOutput } from '@aws-sdk/client-lambda';
import { S3Client, type ServiceOutputTypes as S3Output } from '@aws-sdk/client-s3';
import { SQSClient, type ServiceOutputTypes as SqsOutput } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, type ServiceOutputTypes as DynamoDbOutput } from '@aws-sdk/lib-dynamodb';

/*
 * The SDK's clients, whose commands are answered by a test instead of by AWS.
 */

const region = 'eu-west-3';
const instead = { step: 'initialize', priority: 'high', name: 'answered-by-a-test' } as const;

export type Answer<Output> = (command: string, input: object) => Output | Promise<Output>;

export function answeringQueue(answer: Answer<SqsOutput>): SQSClient {
  const client = new SQSClient({ region });
  client.middlewareStack.add(
    (_, { commandName = '' }) =>
      async ({ input }) => ({ response: undefined, output: await answer(commandName, input) }),
    instead,
  );
  return client;
}

export function answeringLambda(answer: Answer<LambdaOutput>): LambdaClient {
  const client = new LambdaClient({ region });
  client.middlewareStack.add(
    (_, { commandName = '' }) =>
      async ({ input }) => ({ response: undefined, output: await answer(commandName, input) }),
    instead,
  );
  return client;
}

export function answeringBucket(answer: Answer<S3Output>): S3Client {
  const client = new S3Client({ region });
  client.middlewareStack.add(
    (_, { commandName = '' }) =>
      async ({ input }) => ({ response: undefined, output: await answer(commandName, input) }),
    instead,
  );
  return client;
}

export function answeringTable(answer: Answer<DynamoDbOutput>): DynamoDBDocumentClient {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
  client.middlewareStack.add(
    (_, { commandName = '' }) =>
      async ({ input }) => ({ response: undefined, output: await answer(commandName, input) }),
    instead,
  );
  return client;
}
