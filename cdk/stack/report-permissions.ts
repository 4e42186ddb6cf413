import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import {
  LATEST_REPORT,
  LATEST_RESULT,
  MANIFEST_FILE,
  REPORT_FILE,
  RESULTS,
} from '#shared/storage/bucket-keys.ts';
import { TOLD } from '#shared/storage/item-keys.ts';
import {
  mayList,
  mayUseItems,
  mayUseKeyThroughDynamoDB,
  mayUseKeyThroughS3,
  mayUseObjects,
} from './permissions.ts';

/** In the folder of any result. */
const ofAnyResult = (name: string): string => `${RESULTS}*/${name}`;

/** What the report consists of: the page, the figures, the tables for a French Excel, what describes and repeats them. */
const REPORT = [
  LATEST_REPORT,
  ...[REPORT_FILE, 'figures/*', '*.fr.csv', 'datapackage.json', 'CITATION.cff', 'reproduce.R'].map(
    ofAnyResult,
  ),
];

/** What the report function may do: of a result it writes none of the tables, and no upload is within its reach. */
export const reportPermissions = (bucket: Bucket, table: TableV2, key: IKey): readonly PolicyStatement[] => [
  // What it is made from.
  mayUseObjects(
    bucket,
    ['s3:GetObject'],
    [LATEST_RESULT, ofAnyResult(TABLES_FILE), ofAnyResult(MANIFEST_FILE)],
  ),
  // What stands there already is read first, and only what differs is written.
  mayUseObjects(bucket, ['s3:GetObject', 's3:PutObject'], REPORT),
  // Only to a role that may list does S3 answer "not there" (404) rather than "forbidden" (403).
  mayList(bucket, 's3:ListBucket', [RESULTS]),
  // Which result was told by mail: read, claimed and noted.
  mayUseItems(table, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [TOLD]),
  mayUseKeyThroughS3(key),
  mayUseKeyThroughDynamoDB(key),
];
