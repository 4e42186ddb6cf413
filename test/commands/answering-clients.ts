import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient, type ServiceOutputTypes as LambdaOutput } from '@aws-sdk/client-lambda';
import { S3Client, type ServiceOutputTypes as S3Output } from '@aws-sdk/client-s3';
import { SNSClient, type ServiceOutputTypes as SnsOutput } from '@aws-sdk/client-sns';
import { SQSClient, type ServiceOutputTypes as SqsOutput } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, type ServiceOutputTypes as DynamoDbOutput } from '@aws-sdk/lib-dynamodb';

/*
 * The SDK's clients, whose commands are answered by a test instead of by AWS. No command gets as far as the SDK's
 * middlewares, of which each command would sort a copy first: a sixth of the time of the tests that send thousands.
 */

const region = 'eu-west-3';

export type Answer<Output> = (command: string, input: object) => Output | Promise<Output>;

/** A command of any client. */
interface Sent {
  readonly constructor: { readonly name: string };
  readonly input: object;
}

/** The document client's commands stand for those that DynamoDB knows, and that IAM and CloudTrail name. */
const OF_DOCUMENTS = /^(Get|Put|Update|Delete|BatchWrite)Command$/;

const answering = <Client extends object, Output>(client: Client, answer: Answer<Output>): Client =>
  Object.assign(client, {
    send: async (sent: Sent) =>
      answer(sent.constructor.name.replace(OF_DOCUMENTS, '$1ItemCommand'), sent.input),
  });

export const answeringQueue = (answer: Answer<SqsOutput>): SQSClient =>
  answering(new SQSClient({ region }), answer);

export const answeringLambda = (answer: Answer<LambdaOutput>): LambdaClient =>
  answering(new LambdaClient({ region }), answer);

export const answeringTopics = (answer: Answer<SnsOutput>): SNSClient =>
  answering(new SNSClient({ region }), answer);

export const answeringBucket = (answer: Answer<S3Output>): S3Client =>
  answering(new S3Client({ region }), answer);

export const answeringTable = (answer: Answer<DynamoDbOutput>): DynamoDBDocumentClient =>
  answering(DynamoDBDocumentClient.from(new DynamoDBClient({ region })), answer);
