import { AsyncLocalStorage } from 'node:async_hooks';
import * as z from 'zod';
import {
  type Answer,
  answeringBucket,
  answeringLambda,
  answeringQueue,
  answeringTable,
  answeringTopics,
} from '#test/commands/answering-clients.ts';
import { answerOfS3 } from './bucket-requests.ts';
import { REPORT_FUNCTION, STATISTICS_FUNCTION, UPLOAD_QUEUE } from './names.ts';
import { request } from './run.ts';
import { answerOfDynamoDb } from './table-requests.ts';

/*
 * The SDK's own clients, whose commands go to the world of the run that sends them instead of onto the wire:
 * so the adapters under test are the deployed ones.
 */

/** Is told of every command as its client is given it. */
export type Hear = (command: string, input: unknown) => void;
const hearing = new AsyncLocalStorage<Hear>();
/** Does something, and tells of every command that it, and the runs that it starts, send. */
export const heardBy = <Answer>(hear: Hear, work: () => Answer): Answer => hearing.run(hear, work);

/** The same answer, once who hears it was told. */
const heard =
  <Output>(answer: Answer<Output>): Answer<Output> =>
  (command, input) => {
    hearing.getStore()?.(command, input);
    return answer(command, input);
  };

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

export const s3 = answeringBucket(
  heard((command, input) =>
    request(described(command, input), ({ bucket }, manner) => answerOfS3(bucket, command, input, manner)),
  ),
);

export const database = answeringTable(
  heard((command, input) =>
    request(described(command, input), ({ table }, manner) =>
      answerOfDynamoDb(table, command, input, manner),
    ),
  ),
);

const ANSWERED = { $metadata: {} };

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

export const sqs = answeringQueue(
  heard(async (command, input) => {
    await askSqs(command, input);
    return ANSWERED;
  }),
);

const publicationSchema = z
  .strictObject({ TopicArn: z.string(), Subject: z.string().max(99), Message: z.string() })
  .transform(({ TopicArn, Subject, Message }) => ({ topic: TopicArn, subject: Subject, text: Message }));

export const sns = answeringTopics(
  heard(async (_, input) => {
    const message = publicationSchema.parse(input);
    await request(`Publish ${message.topic}`, ({ publish }) => publish(message));
    return { ...ANSWERED, MessageId: 'm' };
  }),
);

const invocationSchema = z.strictObject({
  FunctionName: z.enum([STATISTICS_FUNCTION, REPORT_FUNCTION]),
  InvocationType: z.literal('Event'),
  Payload: z.string(),
});

export const lambda = answeringLambda(
  heard((_, input) => {
    const { FunctionName, Payload } = invocationSchema.parse(input);
    return request(`Invoke ${FunctionName}`, ({ invoke }) => {
      invoke(FunctionName, Payload);
      return { ...ANSWERED, StatusCode: 202 };
    });
  }),
);
