import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** An emulator behind `AWS_ENDPOINT_URL` has no DNS name for each bucket, so buckets go into the path. */
export const s3Client = (environment: NodeJS.ProcessEnv): S3Client =>
  new S3Client({ forcePathStyle: environment['AWS_ENDPOINT_URL'] !== undefined });

export const documentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const lambdaClient = (): LambdaClient => new LambdaClient({});

export const queueClient = (): SQSClient => new SQSClient({});
