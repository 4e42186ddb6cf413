import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  UpdateTableCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import { deleteVersions, storedVersions } from '#cdk/commands/erasure/stored-versions.ts';
import { whileSilenced } from '#test/localstack/silenced-bucket.ts';
import type { LocalStudy } from './local-study.ts';
import { settledQueue } from './settled-queue.ts';

/** Makes the study what it is right after its deployment, while nothing is under way. */
export async function emptyStudy({ s3, outputs }: LocalStudy): Promise<void> {
  const { BucketName: Bucket, TableName } = outputs;
  await whileSilenced(s3, Bucket, async () =>
    deleteVersions(s3, Bucket, await storedVersions(s3, Bucket, '')),
  );
  await settledQueue(outputs.UploadQueueUrl);
  await emptyTable(TableName);
}

/** Makes a table anew: to delete a hundred thousand items takes longer than to write them. */
async function emptyTable(TableName: string): Promise<void> {
  const client = new DynamoDBClient({});
  const patience = { client, maxWaitTime: 60, minDelay: 0.2, maxDelay: 1 };
  await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
  await client.send(new DeleteTableCommand({ TableName }));
  await waitUntilTableNotExists(patience, { TableName });
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
    }),
  );
  await waitUntilTableExists(patience, { TableName });
}
