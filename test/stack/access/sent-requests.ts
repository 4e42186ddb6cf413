import * as z from 'zod';
import { INVITATIONS } from '#shared/desk/invitation.ts';
import {
  REPORT_FUNCTION,
  RESULTS_TOPIC,
  STATISTICS_FUNCTION,
  VERDICT_TOPICS,
} from '#test/functions/world/names.ts';
import { type DeployedPolicies, REGION } from './deployed-policies.ts';
import type { Request } from './simulation.ts';

const objectSchema = z.object({ Key: z.string(), VersionId: z.string().optional() });
const listSchema = z.object({ Prefix: z.string() });
const itemKeySchema = z.object({ pk: z.string() });
const batchSchema = z.object({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.union([
        z
          .object({ PutRequest: z.object({ Item: itemKeySchema }) })
          .transform(({ PutRequest }) => PutRequest.Item),
        z
          .object({ DeleteRequest: z.object({ Key: itemKeySchema }) })
          .transform(({ DeleteRequest }) => DeleteRequest.Key),
      ]),
    ),
  ),
});
const topicSchema = z.object({ TopicArn: z.string() });
const FUNCTIONS = { [STATISTICS_FUNCTION]: 'Statistics', [REPORT_FUNCTION]: 'Report' };
const functionSchema = z.object({ FunctionName: z.enum([STATISTICS_FUNCTION, REPORT_FUNCTION]) });

/** The partitions of the table that a command is about. */
const partitionsSchema = z.union([
  z.object({ Key: itemKeySchema }).transform(({ Key }) => [Key.pk]),
  z.object({ Item: itemKeySchema }).transform(({ Item }) => [Item.pk]),
  z
    .object({ ExpressionAttributeValues: z.object({ ':partition': z.string() }) })
    .transform(({ ExpressionAttributeValues: values }) => [values[':partition']]),
  batchSchema.transform(({ RequestItems }) =>
    Object.values(RequestItems).flatMap((writes) => writes.map(({ pk }) => pk)),
  ),
]);

/** What AWS must allow for a command that the functions sent in the simulated world, as if it had been sent to this stack. */
export function requestsOf({ arnOf }: DeployedPolicies, command: string, input: unknown): readonly Request[] {
  const bucket = arnOf('StudyBucket');
  const withKey = (action: 'Decrypt' | 'GenerateDataKey', service: string): Request => ({
    action: `kms:${action}`,
    resource: arnOf('EncryptionKey'),
    context: { 'kms:ViaService': `${service}.${REGION}.amazonaws.com` },
  });
  const onObject = (action: string): Request => ({
    action,
    resource: `${bucket}/${objectSchema.parse(input).Key}`,
  });
  const listing = (action: string, prefix: string): Request => ({
    action,
    resource: bucket,
    context: { 's3:prefix': prefix },
  });
  switch (command) {
    case 'GetObjectCommand':
    case 'HeadObjectCommand': {
      const { Key, VersionId } = objectSchema.parse(input);
      return VersionId === undefined
        ? // S3 says that an object is not there only to whoever may list.
          [onObject('s3:GetObject'), listing('s3:ListBucket', Key), withKey('Decrypt', 's3')]
        : [onObject('s3:GetObjectVersion'), withKey('Decrypt', 's3')];
    }
    case 'PutObjectCommand':
      return [onObject('s3:PutObject'), withKey('GenerateDataKey', 's3')];
    case 'DeleteObjectCommand':
      return [onObject(objectSchema.parse(input).VersionId ? 's3:DeleteObjectVersion' : 's3:DeleteObject')];
    case 'ListObjectsV2Command':
      return [listing('s3:ListBucket', listSchema.parse(input).Prefix)];
    case 'ListObjectVersionsCommand':
      return [listing('s3:ListBucketVersions', listSchema.parse(input).Prefix)];
    case 'SendMessageCommand':
    case 'ChangeMessageVisibilityCommand':
      return [{ action: `sqs:${command.replace('Command', '')}`, resource: arnOf('UploadQueue') }];
    case 'InvokeCommand': {
      const { FunctionName } = functionSchema.parse(input);
      return [{ action: 'lambda:InvokeFunction', resource: arnOf(FUNCTIONS[FunctionName]) }];
    }
    case 'PublishCommand': {
      const { TopicArn } = topicSchema.parse(input);
      const centre = TopicArn.slice(VERDICT_TOPICS.length).replaceAll('-', '');
      return [
        {
          action: 'sns:Publish',
          resource: arnOf(TopicArn === RESULTS_TOPIC ? 'ResultsTopic' : `Topic${centre}`),
        },
      ];
    }
    default:
      return [
        {
          action: `dynamodb:${command.replace('Command', '')}`,
          resource: arnOf('StudyTable'),
          context: { 'dynamodb:LeadingKeys': partitionsSchema.parse(input) },
        },
        withKey('Decrypt', 'dynamodb'),
      ];
  }
}

/** Whether a command of the desk asks for an invitation, which it does before it has the rights of any link. */
export const isForInvitation = (input: unknown): boolean =>
  partitionsSchema.safeParse(input).data?.includes(INVITATIONS) === true;
