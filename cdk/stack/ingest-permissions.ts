import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { REPORTS, UPLOADS } from '#shared/storage/bucket-keys.ts';
import { HEADS, PENDING, STAGED, TOLD } from '#shared/storage/item-keys.ts';
import {
  mayList,
  mayUseItems,
  mayUseKeyThroughDynamoDB,
  mayUseKeyThroughS3,
  mayUseObjects,
  ROWS,
} from './permissions.ts';

/** What ingest may do. */
export function ingestPermissions(
  bucket: Bucket,
  table: TableV2,
  key: IKey,
  uploadQueue: Queue,
  statisticsArn: string,
): readonly PolicyStatement[] {
  return [
    // Lambda takes the messages by this role (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html), ...
    new PolicyStatement({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [uploadQueue.queueArn],
    }),
    // ... and ingest lets one that failed come back sooner.
    new PolicyStatement({ actions: ['sqs:ChangeMessageVisibility'], resources: [uploadQueue.queueArn] }),
    // The file, and its older versions: one of them counts where a newer one is refused. Every read names its version.
    mayUseObjects(bucket, ['s3:GetObjectVersion'], [`${UPLOADS}*`]),
    // Which versions a file has, since when, and whether it was withdrawn.
    mayList(bucket, 's3:ListBucketVersions', [UPLOADS]),
    // The report; the one before is read first, since S3 replaces only what is still as it was read.
    mayUseObjects(bucket, ['s3:GetObject', 's3:PutObject'], [`${REPORTS}*`]),
    // Only to a role that may list does S3 answer "not there" (404) rather than "forbidden" (403).
    mayList(bucket, 's3:ListBucket', [UPLOADS, REPORTS]),
    // Its centre's head, whether a file's rows are all there, and the rows of the centre's other files: by their
    // partition, never by a Scan.
    mayUseItems(table, ['dynamodb:GetItem'], [HEADS, STAGED]),
    mayUseItems(table, ['dynamodb:Query'], [ROWS]),
    // The compare-and-swap of the head, and the note that a generation is being staged.
    mayUseItems(table, ['dynamodb:PutItem'], [HEADS, STAGED]),
    // The notes that no head names a generation any more, and that a file was brought in that statistics waits for.
    mayUseItems(table, ['dynamodb:UpdateItem'], [STAGED, PENDING]),
    // What was told of a file by mail: read, claimed and noted.
    mayUseItems(table, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [TOLD]),
    // The rows, put; DynamoDB has one action for batches of both, and ingest asks for no deletion.
    mayUseItems(table, ['dynamodb:BatchWriteItem'], [ROWS]),
    // The request for new tables, when a head has changed.
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [statisticsArn] }),
    mayUseKeyThroughS3(key),
    mayUseKeyThroughDynamoDB(key),
  ];
}
