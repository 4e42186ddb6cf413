import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { CENTRE_TAG } from '#functions/desk/rights.ts';
import { INVITATIONS } from '#shared/desk/invitation.ts';
import {
  FROZEN,
  LATEST_REPORT,
  LATEST_RESULT,
  REPORTS,
  RESULTS,
  UPLOADS,
} from '#shared/storage/bucket-keys.ts';
import { HEADS } from '#shared/storage/item-keys.ts';
import {
  mayList,
  mayUseItems,
  mayUseKeyThroughDynamoDB,
  mayUseKeyThroughS3,
  mayUseObjects,
} from './permissions.ts';

/** What the desk may do by itself: look one invitation up. It cannot list them, and reads no file. */
export const deskPermissions = (table: TableV2, key: IKey): readonly PolicyStatement[] => [
  mayUseItems(table, ['dynamodb:GetItem'], [INVITATIONS]),
  mayUseKeyThroughDynamoDB(key),
];

/** To take on the roles of links, that of a centre's link only for a centre of the study. */
export const mayAssume = (
  centre: IRole,
  coordinator: IRole,
  centres: readonly string[],
): readonly PolicyStatement[] => [
  new PolicyStatement({
    actions: ['sts:AssumeRole', 'sts:TagSession'],
    resources: [centre.roleArn, coordinator.roleArn],
  }),
  // Denied here, and not left out of what the role trusts, which takes no more than 2,048 characters. True without a tag too.
  new PolicyStatement({
    effect: Effect.DENY,
    actions: ['sts:AssumeRole'],
    resources: [centre.roleArn],
    conditions: { StringNotEquals: { [`aws:RequestTag/${CENTRE_TAG}`]: [...centres] } },
  }),
];

/** In an ARN or a condition, AWS puts the session's own centre here. */
const OWN = `\${aws:PrincipalTag/${CENTRE_TAG}}`;

/** What the desk may do for a centre's link: what the people of the centre may, as far as the page needs it. */
export const deskCentrePermissions = (bucket: Bucket, key: IKey): readonly PolicyStatement[] => [
  // Signed: the form that sends a file, the address that a version is read from. A withdrawal leaves the versions.
  mayUseObjects(bucket, ['s3:PutObject', 's3:GetObjectVersion', 's3:DeleteObject'], [`${UPLOADS}${OWN}/*`]),
  mayUseObjects(bucket, ['s3:GetObject'], [`${REPORTS}${OWN}/*`]),
  mayList(bucket, 's3:ListBucketVersions', [`${UPLOADS}${OWN}/`]),
  // Which result is the latest, and its page: of a result nothing else, no manifest, which names other centres' files.
  mayUseObjects(bucket, ['s3:GetObject'], [LATEST_RESULT, LATEST_REPORT]),
  // Only to a role that may list does S3 answer "not there" (404) rather than "forbidden" (403).
  mayList(bucket, 's3:ListBucket', [`${REPORTS}${OWN}/`, RESULTS]),
  mayUseKeyThroughS3(key),
];

/** What the desk may do for a coordinator's link: see how each centre's files stand, read results, freeze one. */
export const deskCoordinatorPermissions = (
  bucket: Bucket,
  table: TableV2,
  key: IKey,
): readonly PolicyStatement[] => [
  mayUseItems(table, ['dynamodb:Query'], [HEADS]),
  mayList(bucket, 's3:ListBucketVersions', [UPLOADS]),
  // For how many problems of which kind; the annotated files, which hold rows, are out of reach.
  mayUseObjects(bucket, ['s3:GetObject'], [`${REPORTS}*.json`]),
  mayUseObjects(bucket, ['s3:GetObject'], [`${RESULTS}*`]),
  mayList(bucket, 's3:ListBucket', [REPORTS, RESULTS]),
  mayUseObjects(bucket, ['s3:PutObject'], [`${FROZEN}*`]),
  mayUseKeyThroughS3(key),
  mayUseKeyThroughDynamoDB(key),
];
