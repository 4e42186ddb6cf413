import { AsyncLocalStorage } from 'node:async_hooks';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { answerOfS3 } from './bucket-requests.ts';
import { REPORT_FUNCTION, STATISTICS_FUNCTION, UPLOAD_QUEUE } from './names.ts';
import { request } from './run.ts';
import { answerOfDynamoDb } from './table-requests.ts';

/*
 * The SDK's own clients, whose commands go to the world of the run that sends them instead of onto the wire:
 * so the adapters under test are the deployed ones.
 */

const region = 'eu-west-3';
const instead = { step: 'initialize', priority: 'high', name: 'in-memory-world' } as const;

/** Is told of every command as its client is given it. */
export type Hear = (command: string, input: unknown) => void;
const hearing = new AsyncLocalStorage<Hear>();
/** Does something, and tells of every command that it, and the runs that it starts, send. */
export const heardBy = <Answer>(hear: Hear, work: () => Answer): Answer => hearing.run(hear, work);

/** The name of a command that is sent just now. */
function named(commandName: string | undefined, input: unknown): string {
  const command = commandName ?? 'a command without a name';
  hearing.getStore()?.(command, input);
  return command;
}
const targetSchema = z.looseObject({
  /** Of a listing. */
  Prefix: z.string().optional(),
  Key: z.union([z.string(), z.looseObject({ pk: z.string() }).transform(({ pk }) => pk)]).optional(),
  /** Of a put. */
  Item: z.looseObject({ pk: z.string() }).optional(),
  /** Of a query. */
  ExpressionAttributeValues: z.looseObject({ ':partition': z.string().optional() }).optional(),
});
/** What a request is about, as far as it says so, for the messages of failing tests. */
const described = (command: string, input: unknown) => {
  const { Key, Prefix, Item, ExpressionAttributeValues } = targetSchema.parse(input);
  const target = Key ?? Prefix ?? Item?.pk ?? ExpressionAttributeValues?.[':partition'];
  return target === undefined ? command : `${command} ${target}`;
};

export const s3 = new S3Client({ region });
s3.middlewareStack.add(
  (_, { commandName }) =>
    async ({ input }) => {
      const command = named(commandName, input);
      const output = await request(described(command, input), ({ bucket }, manner) =>
        answerOfS3(bucket, command, input, manner),
      );
      return { response: undefined, output };
    },
  instead,
);

export const database = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
database.middlewareStack.add(
  (_, { commandName }) =>
    async ({ input }) => {
      const command = named(commandName, input);
      const output = await request(described(command, input), ({ table }, manner) =>
        answerOfDynamoDb(table, command, input, manner),
      );
      return { response: undefined, output };
    },
  instead,
);

const messageSchema = z.strictObject({
  QueueUrl: z.literal(UPLOAD_QUEUE),
  MessageBody: z.string(),
  DelaySeconds: z.number().int().min(0).max(900),
});
const visibilitySchema = z.strictObject({
  QueueUrl: z.literal(UPLOAD_QUEUE),
  ReceiptHandle: z.string(),
  VisibilityTimeout: z.number().int(),
});

function askSqs(command: string, input: unknown) {
  if (command === 'ChangeMessageVisibilityCommand') {
    const { ReceiptHandle, VisibilityTimeout } = visibilitySchema.parse(input);
    return request('ChangeMessageVisibility', ({ hide }) => hide(ReceiptHandle, VisibilityTimeout));
  }
  const { MessageBody, DelaySeconds } = messageSchema.parse(input);
  return request('SendMessage', ({ send }) => send(MessageBody, DelaySeconds));
}

export const sqs = new SQSClient({ region });
sqs.middlewareStack.add(
  (_, { commandName }) =>
    async ({ input }) => {
      await askSqs(named(commandName, input), input);
      return { response: undefined, output: { $metadata: {} } };
    },
  instead,
);

const publicationSchema = z
  .strictObject({ TopicArn: z.string(), Subject: z.string().max(99), Message: z.string() })
  .transform(({ TopicArn, Subject, Message }) => ({ topic: TopicArn, subject: Subject, text: Message }));

export const sns = new SNSClient({ region });
sns.middlewareStack.add(
  (_, { commandName }) =>
    async ({ input }) => {
      named(commandName, input);
      const message = publicationSchema.parse(input);
      await request(`Publish ${message.topic}`, ({ publish }) => publish(message));
      return { response: undefined, output: { $metadata: {}, MessageId: 'm' } };
    },
  instead,
);

const invocationSchema = z.strictObject({
  FunctionName: z.enum([STATISTICS_FUNCTION, REPORT_FUNCTION]),
  InvocationType: z.literal('Event'),
  Payload: z.string(),
});

export const lambda = new LambdaClient({ region });
lambda.middlewareStack.add(
  (_, { commandName }) =>
    async ({ input }) => {
      named(commandName, input);
      const { FunctionName, Payload } = invocationSchema.parse(input);
      const output = await request(`Invoke ${FunctionName}`, ({ invoke }) => {
        invoke(FunctionName, Payload);
        return { $metadata: {}, StatusCode: 202 };
      });
      return { response: undefined, output };
    },
  instead,
);
