import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import {
  LATEST_RESULT,
  MANIFEST_FILE,
  REPORTS,
  RESULT_ID_LENGTH,
  RESULTS,
  UPLOADS,
} from '#shared/storage/bucket-keys.ts';
import { HEADS, PENDING, PROOF, STAGED, TOLD } from '#shared/storage/item-keys.ts';
import {
  mayList,
  mayUseItems,
  mayUseKeyThroughDynamoDB,
  mayUseKeyThroughS3,
  mayUseObjects,
  ROWS,
} from './permissions.ts';

/** What a result consists of before its page is made. */
const TABLES = ['*.csv', TABLES_FILE, MANIFEST_FILE];

/** The folder of any result, as an IAM pattern: each `?` is one character of its id. */
const ANY_ID = '?'.repeat(RESULT_ID_LENGTH);

/** What the statistics function may do: it reads no upload and writes no head. */
export function statisticsPermissions(
  bucket: Bucket,
  table: TableV2,
  key: IKey,
  uploadQueue: Queue,
  askedFunctions: readonly string[],
): readonly PolicyStatement[] {
  return [
    // The nightly comparison of what lies in the bucket with what the heads say, and with what was verified last.
    mayList(bucket, 's3:ListBucketVersions', [UPLOADS, REPORTS, RESULTS]),
    // For what differs, the message that S3 sends for an upload is sent again.
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [uploadQueue.queueArn] }),
    // The tables; the published ones are read again, to be compared with their recomputation. No page, and nothing frozen.
    mayUseObjects(bucket, ['s3:GetObject'], [`${RESULTS}*`]),
    mayUseObjects(bucket, ['s3:PutObject'], [LATEST_RESULT, ...TABLES.map((name) => `${RESULTS}*/${name}`)]),
    // The tables and pages of results that nobody needs any more; not what is frozen, whose folder has another name.
    mayUseObjects(bucket, ['s3:DeleteObject'], [`${RESULTS}${ANY_ID}/*`]),
    // What a result was computed from is never forgotten.
    mayUseObjects(bucket, ['s3:DeleteObject'], [`${RESULTS}*/${MANIFEST_FILE}`], Effect.DENY),
    // The request for the page of a result; where files moved all the time, that for a newer run.
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [...askedFunctions] }),
    // Only to a role that may list does S3 answer "not there" (404) rather than "forbidden" (403).
    mayList(bucket, 's3:ListBucket', [RESULTS]),
    // Whether the rows of a file in force are all there: each night.
    mayUseItems(table, ['dynamodb:GetItem'], [STAGED]),
    // Heads, rows, what was staged, is waited for and was told are found by their partition, never by a Scan.
    mayUseItems(table, ['dynamodb:Query'], [HEADS, ROWS, STAGED, PENDING, TOLD]),
    // Since when it waits for a file, until the file has arrived.
    mayUseItems(table, ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], [PENDING]),
    // The sweep: claim a generation that no head names any more, delete its rows, forget it.
    mayUseItems(table, ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'], [STAGED]),
    mayUseItems(table, ['dynamodb:BatchWriteItem'], [ROWS]),
    // What a full verification found, for the nights after it.
    mayUseItems(table, ['dynamodb:GetItem', 'dynamodb:PutItem'], [PROOF]),
    mayUseKeyThroughS3(key),
    mayUseKeyThroughDynamoDB(key),
  ];
}
