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

export const documentClient = (credentials?: TemporaryCredentials): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(credentials ? { credentials } : {}));

export const queueClient = (): SQSClient => new SQSClient({});

export const roleClient = (): STSClient => new STSClient({});
