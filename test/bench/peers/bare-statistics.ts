import { InvokeCommand } from '@aws-sdk/client-lambda';
import { GetObjectCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import {
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { documentClient, queueClient, s3Client } from '#functions/clients.ts';
import { lambdaClient } from '#functions/lambda-client.ts';

/* The clients that statistics works with and what it asks of them, and nothing else. */

export const handler = {
  clients: [s3Client(process.env), documentClient(), lambdaClient(), queueClient()],
  commands: [
    ...[GetObjectCommand, ListObjectVersionsCommand, PutObjectCommand],
    ...[BatchWriteCommand, DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand],
    ...[InvokeCommand, SendMessageCommand],
  ],
};
