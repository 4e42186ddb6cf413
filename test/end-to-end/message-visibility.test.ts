import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { message } from '#test/functions/world/handlers.ts';
import type { Variables } from '#test/localstack/deployed-function.ts';
import { withVariables } from './deployed-functions.ts';
import { lambda, outputs, queues } from './deployed-study.ts';

const hidingSchema = z.object({ ReceiptHandle: z.string(), VisibilityTimeout: z.number() });

/** For how many seconds the deployed ingest hides this message, the first time first: it asks us instead of SQS. */
async function hidden(body: string, variables: Variables = {}): Promise<readonly number[]> {
  const asked: z.infer<typeof hidingSchema>[] = [];
  const instead = createServer(async (request, response) => {
    asked.push(hidingSchema.parse(JSON.parse(await text(request))));
    response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}');
  });
  await new Promise<void>((resolve) => void instead.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(instead.address());
  const FunctionName = outputs.IngestFunctionName;
  const Payload = JSON.stringify({ Records: [message('m', body)] });
  await withVariables(
    { ...variables, UPLOAD_QUEUE_URL: `http://127.0.0.1:${port}/uploads` },
    async () => void (await lambda.send(new InvokeCommand({ FunctionName, Payload }))),
    [FunctionName],
  );
  instead.close();
  expect(new Set(asked.map(({ ReceiptHandle }) => ReceiptHandle))).toEqual(new Set(['receipt of m']));
  return asked.map(({ VisibilityTimeout }) => VisibilityTimeout);
}

it('a message whose ingest is killed comes back after eleven minutes, also where its stack tells it nonsense, one that fails after seconds', async () => {
  expect(await hidden('not an event')).toEqual([660, 15]);
  expect(await hidden('any', { STUDY_SETTINGS: 'wrong' })).toEqual([660]);
});

it('five times eleven minutes are within the hour, and the queue hides a message that has not begun yet for longer', async () => {
  const { Attributes } = await queues.send(
    new GetQueueAttributesCommand({
      QueueUrl: outputs.UploadQueueUrl,
      AttributeNames: ['VisibilityTimeout', 'RedrivePolicy'],
    }),
  );
  expect(JSON.parse(Attributes?.['RedrivePolicy'] ?? '{}')).toMatchObject({ maxReceiveCount: 5 });
  expect(Attributes?.['VisibilityTimeout']).toBe('3600');
});
