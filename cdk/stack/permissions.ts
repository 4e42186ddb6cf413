import { Aws, Names, Stack, Validations } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { bucketResource } from './study-bucket.ts';

/**
 * What a role or a centre may do with the objects under some prefixes of the study's bucket.
 *
 * cdk-nag reports each `*` in a resource; the ones written here are acknowledged, any other is still an error. It writes
 * `<variable>` for `${variable}`.
 */
export function mayUseObjects(
  bucket: Bucket,
  actions: readonly `s3:${string}`[],
  patterns: readonly string[],
  effect: Effect = Effect.ALLOW,
): PolicyStatement {
  const stack = Stack.of(bucket);
  const resource = bucketResource(bucket);
  // By its attribute in its own stack, by a parameter in the stacks that lie in it.
  const arns = [`${stack.getLogicalId(resource)}.Arn`, `referenceto${Names.nodeUniqueId(resource.node)}Arn`];
  Validations.of(stack).acknowledge(
    ...patterns.flatMap((pattern) =>
      arns.map((arn) => ({
        id: `AwsSolutions-IAM5[Resource::<${arn}>/${pattern.replaceAll(/\$\{(.+?)\}/g, '<$1>')}]`,
        reason: 'The objects under one prefix of the study bucket: the centres choose their names.',
      })),
    ),
  );
  return new PolicyStatement({
    effect,
    actions: [...actions],
    resources: patterns.map((pattern) => bucket.arnForObjects(pattern)),
  });
}

/** Which keys (`s3:ListBucket`) or versions (`s3:ListBucketVersions`) it may list: only under these prefixes. */
export function mayList(
  bucket: Bucket,
  action: 's3:ListBucket' | 's3:ListBucketVersions',
  prefixes: readonly string[],
): PolicyStatement {
  return new PolicyStatement({
    actions: [action],
    resources: [bucket.bucketArn],
    conditions: { StringLike: { 's3:prefix': prefixes.map((prefix) => `${prefix}*`) } },
  });
}

/** The partitions of the rows, as an IAM pattern. */
export const ROWS = 'ROWS#*';

/** What it may do with the items of some partitions (`pk`) of the study's table. */
export function mayUseItems(
  table: TableV2,
  actions: readonly `dynamodb:${string}`[],
  partitions: readonly string[],
): PolicyStatement {
  return new PolicyStatement({
    actions: [...actions],
    resources: [table.tableArn],
    // `ForAllValues` also holds where a request has no leading key, that is for a Scan, which nobody is given.
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } },
  });
}

/** The key for the objects of the bucket: only in requests that go through S3. */
export function mayUseKeyThroughS3(key: IKey): PolicyStatement {
  return new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.${Aws.URL_SUFFIX}` } },
  });
}

/**
 * The key for the items of the table: only in requests that go through DynamoDB, which asks these of its caller
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html).
 */
export function mayUseKeyThroughDynamoDB(key: IKey): PolicyStatement {
  return new PolicyStatement({
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Aws.REGION}.${Aws.URL_SUFFIX}` } },
  });
}

export const topicArn = (name: string): string =>
  `arn:${Aws.PARTITION}:sns:${Aws.REGION}:${Aws.ACCOUNT_ID}:${name}`;

/**
 * To publish on the topics of this name, or, with a `*` at its end, of names that begin so; the key in requests that go
 * through SNS, which asks both of whoever publishes (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html).
 */
export function mayPublish(study: Stack, name: string, key: IKey): readonly PolicyStatement[] {
  if (name.endsWith('*')) {
    Validations.of(study).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:sns:<AWS::Region>:<AWS::AccountId>:${name}]`,
      reason: 'The topics of the centres: there are as many as centres.',
    });
  }
  return [
    new PolicyStatement({ actions: ['sns:Publish'], resources: [topicArn(name)] }),
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `sns.${Aws.REGION}.${Aws.URL_SUFFIX}` } },
    }),
  ];
}
