import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { outputs, queues } from './deployed-study.ts';
import { functionLogs } from './function-logs.ts';
import { allVersions, bytesOf } from './study-bucket.ts';
import { allItems } from './study-table.ts';

/** Where a word stands anywhere in the deployed study, each place with its kind: `object reports/caen/pairs.csv.json`. */
export async function placesWith(word: string): Promise<readonly string[]> {
  const little = Buffer.from(word, 'utf16le');
  const encoded = [Buffer.from(word), little, Buffer.from(little).swap16()];
  const holds = (bytes: Uint8Array) => encoded.some((form) => Buffer.from(bytes).includes(form));
  const found: string[] = [];
  for (const { Key = '', VersionId, isMarker } of await allVersions()) {
    const bytes = isMarker ? new Uint8Array() : await bytesOf({ Key, VersionId });
    if (Key.includes(word) || holds(bytes)) found.push(`object ${Key}`);
  }
  for (const item of await allItems()) {
    if (JSON.stringify(item).includes(word)) found.push(`item ${item.pk}`);
  }
  for (const name of [
    outputs.IngestFunctionName,
    outputs.StatisticsFunctionName,
    outputs.ReportFunctionName,
  ]) {
    for (const line of await functionLogs(name)) if (line.includes(word)) found.push(`log ${name}`);
  }
  for (const url of [
    outputs.UploadQueueUrl,
    outputs.DeadLetterQueueUrl,
    outputs.StatisticsFailureQueueUrl,
    outputs.ReportFailureQueueUrl,
  ]) {
    for (const body of await messagesIn(url)) if (body.includes(word)) found.push(`message ${url}`);
  }
  return found;
}

/** The messages of a queue, which stay there and can be seen by others at once. */
async function messagesIn(QueueUrl: string): Promise<readonly string[]> {
  const found = new Map<string, string>();
  for (let seen = -1; seen < found.size; ) {
    seen = found.size;
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
    );
    for (const { MessageId = '', Body = '' } of Messages) found.set(MessageId, Body);
  }
  return [...found.values()];
}
