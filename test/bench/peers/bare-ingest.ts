import { InvokeCommand } from '@aws-sdk/client-lambda';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';
import {
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { documentClient, queueClient, s3Client } from '#functions/clients.ts';
import { lambdaClient } from '#functions/lambda-client.ts';

/* The clients that ingest works with and what it asks of them, and nothing else. */

export const handler = {
  clients: [s3Client(process.env), documentClient(), lambdaClient(), queueClient(), new SNSClient({})],
  commands: [
    ...[GetObjectCommand, HeadObjectCommand, ListObjectVersionsCommand, PutObjectCommand],
    ...[BatchWriteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand],
    ...[InvokeCommand, ChangeMessageVisibilityCommand, PublishCommand],
  ],
};
