import {
  CloudFormationClient,
  CreateStackCommand,
  UpdateStackCommand,
  waitUntilStackCreateComplete,
  waitUntilStackUpdateComplete,
} from '@aws-sdk/client-cloudformation';
import {
  CreateEventSourceMappingCommand,
  GetFunctionConcurrencyCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { setVariables } from './deployed-function.ts';
import { deployFunction, invokeLater, localClient } from './functions.ts';
import { isDealtWith } from './message-counts.ts';
import { ownLocalStack } from './own-localstack.ts';
import { createQueue, receive } from './queues.ts';

const localStack = ownLocalStack('events');
let lambda: LambdaClient;
let sqs: SQSClient;

beforeAll(() => {
  lambda = new LambdaClient(localClient(localStack().endpoint));
  sqs = new SQSClient(localClient(localStack().endpoint));
});

const Destination = z.object({
  requestContext: z.object({ condition: z.string(), approximateInvokeCount: z.number() }),
  requestPayload: z.unknown(),
  responsePayload: z.unknown(),
});

describe('an asynchronous event', () => {
  it('that keeps failing is tried three times, then goes to the on-failure destination', async () => {
    const queue = await createQueue(sqs, 'failed-events');
    const files = {
      'index.mjs': 'export const handler = async ({ n }) => { throw new Error("event " + n); };',
    };
    await deployFunction(lambda, 'failing', files);
    await onFailure('failing', queue.arn, 2);
    await invokeLater(lambda, 'failing', { n: 7 });
    const [message] = await receive(sqs, queue.url, 1);
    expect(Destination.parse(JSON.parse(message ?? ''))).toEqual({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      requestPayload: { n: 7 },
      responsePayload: expect.objectContaining({ errorType: 'Error', errorMessage: 'event 7' }),
    });
  });

  it('whose function is killed at its timeout is tried again too', async () => {
    const queue = await createQueue(sqs, 'timed-out-events');
    await deployFunction(
      lambda,
      'hanging',
      { 'index.mjs': 'export const handler = () => { for (;;); };' },
      { timeout: 1 },
    );
    await onFailure('hanging', queue.arn, 1);
    await invokeLater(lambda, 'hanging', {});
    const [message] = await receive(sqs, queue.url, 1);
    expect(Destination.parse(JSON.parse(message ?? ''))).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 2 },
      responsePayload: { errorType: 'Sandbox.Timedout' },
    });
  });

  it('that is throttled by a reserved concurrency of 1 waits for its turn and is not lost', async () => {
    const queue = await createQueue(sqs, 'handled-events');
    const code = `export const handler = async ({ n }) => {
      const began = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { n, began, ended: Date.now() };
    };`;
    await deployFunction(lambda, 'one-at-a-time', { 'index.mjs': code });
    await lambda.send(
      new PutFunctionConcurrencyCommand({ FunctionName: 'one-at-a-time', ReservedConcurrentExecutions: 1 }),
    );
    await onSuccess('one-at-a-time', queue.arn);
    const sent = [1, 2, 3, 4, 5, 6, 7, 8];
    for (const n of sent) await invokeLater(lambda, 'one-at-a-time', { n });
    const handled = (await receive(sqs, queue.url, sent.length))
      .map((body) => Run.parse(Destination.parse(JSON.parse(body)).responsePayload))
      .sort((a, b) => a.began - b.began);
    // As they came: none was thrown back and tried again minutes later.
    expect(handled.map(({ n }) => n)).toEqual(sent);
    for (const [index, { began }] of handled.entries()) {
      expect(began).toBeGreaterThanOrEqual(handled[index - 1]?.ended ?? 0);
    }
  });

  it('that comes right after an update of its function is handled by the new version, and not lost', async () => {
    const queue = await createQueue(sqs, 'events-after-updates');
    const code = 'export const handler = async ({ n }) => ({ n, update: process.env.UPDATE });';
    await deployFunction(lambda, 'updated', { 'index.mjs': code });
    await onSuccess('updated', queue.arn);
    for (const n of [1, 2, 3]) {
      await setVariables(lambda, 'updated', { UPDATE: String(n) });
      await invokeLater(lambda, 'updated', { n });
      const [handled] = await receive(sqs, queue.url, 1);
      expect(Destination.parse(JSON.parse(handled ?? '')).responsePayload).toEqual({ n, update: String(n) });
    }
  });
});

const Run = z.object({ n: z.number(), began: z.number(), ended: z.number() });

describe('a queue that feeds a function', () => {
  it('forgets the messages that it handled, and moves those that keep failing to the dead-letter queue', async () => {
    const dead = await createQueue(sqs, 'dead-letters');
    const queue = await createQueue(sqs, 'source', {
      VisibilityTimeout: '1',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 2 }),
    });
    const code = `export const handler = async ({ Records }) => ({
      batchItemFailures: Records.filter(({ body }) => body === 'poison')
        .map(({ messageId }) => ({ itemIdentifier: messageId })),
    });`;
    await deployFunction(lambda, 'consumer', { 'index.mjs': code }, { timeout: 1 });
    await lambda.send(
      new CreateEventSourceMappingCommand({
        FunctionName: 'consumer',
        EventSourceArn: queue.arn,
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      }),
    );
    for (const MessageBody of ['good', 'poison', 'good']) {
      await sqs.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody }));
    }
    expect(await receive(sqs, dead.url, 1)).toEqual(['poison']);
    await expect.poll(() => isDealtWith(sqs, queue.url), { timeout: 10_000 }).toBe(true);
  });
});

describe('how many events at once a function may handle', () => {
  it('is what its template says, when it is created, and after each update', async () => {
    const stacks = new CloudFormationClient(localClient(localStack().endpoint));
    const named = { StackName: 'limits' };
    const patience = { client: stacks, maxWaitTime: 60, minDelay: 0.5, maxDelay: 1 };
    const limit = async () =>
      (await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: 'limited' })))
        .ReservedConcurrentExecutions;

    await stacks.send(new CreateStackCommand({ ...named, TemplateBody: limitedTo(1) }));
    await waitUntilStackCreateComplete(patience, named);
    expect(await limit()).toBe(1);

    await stacks.send(new UpdateStackCommand({ ...named, TemplateBody: limitedTo(3) }));
    await waitUntilStackUpdateComplete(patience, named);
    expect(await limit()).toBe(3);

    await stacks.send(new UpdateStackCommand({ ...named, TemplateBody: limitedTo(undefined) }));
    await waitUntilStackUpdateComplete(patience, named);
    expect(await limit()).toBeUndefined();
  });
});

const limitedTo = (limit: number | undefined): string =>
  JSON.stringify({
    Resources: {
      Limited: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          FunctionName: 'limited',
          Description: `${limit} at once`,
          Runtime: 'nodejs24.x',
          Role: 'arn:aws:iam::000000000000:role/any',
          Handler: 'index.handler',
          Code: { ZipFile: 'exports.handler = async () => 1;' },
          ReservedConcurrentExecutions: limit,
        },
      },
    },
  });

async function onFailure(name: string, destination: string, retries: number): Promise<void> {
  await lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: name,
      MaximumRetryAttempts: retries,
      DestinationConfig: { OnFailure: { Destination: destination } },
    }),
  );
}

async function onSuccess(name: string, destination: string): Promise<void> {
  await lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: name,
      DestinationConfig: { OnSuccess: { Destination: destination } },
    }),
  );
}
