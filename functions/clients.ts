import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Those of a role that was taken on; without, a function has those of its own. */
export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** An emulator behind `AWS_ENDPOINT_URL` has no DNS name for each bucket, so buckets go into the path. */
export const s3Client = (environment: NodeJS.ProcessEnv, credentials?: TemporaryCredentials): S3Client =>
  new S3Client({
    forcePathStyle: environment['AWS_ENDPOINT_URL'] !== undefined,
    ...(credentials && { credentials }),
  });

export function documentClient(credentials?: TemporaryCredentials): DynamoDBDocumentClient {
  const client = new DynamoDBClient(credentials ? { credentials } : {});
  // It copies all that is sent and received, for a log that is not there: two fifths of the time of reading rows.
  client.middlewareStack.remove('loggerMiddleware');
  return DynamoDBDocumentClient.from(client);
}

export const queueClient = (): SQSClient => new SQSClient({});

export const roleClient = (): STSClient => new STSClient({});
