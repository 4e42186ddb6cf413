import { Aws, Duration, Fn, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  EventType,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { REPORTS, RESULTS, UPLOADS } from '#shared/storage/bucket-keys.ts';
import { costTags } from './cost-tags.ts';

export interface StudyBucketProps {
  readonly key: IKey;
  /** Where every change under `uploads/` is announced. */
  readonly uploadQueue: Queue;
  /** How long a report that a newer one replaced, or a table that was deleted, can still be read. */
  readonly replacedReportsKept: Duration;
  /** Whose pages may send and read what is signed for them. */
  readonly pageOrigins: readonly string[];
}

/**
 * The one bucket: `uploads/` comes in, `reports/` and `results/` go out.
 *
 * Every version of an upload stays, since a published manifest names the exact versions it was computed from.
 */
export function studyBucket(scope: Construct, props: StudyBucketProps): Bucket {
  const name = bucketName();
  const bucket = new Bucket(scope, 'StudyBucket', {
    bucketName: name,
    versioned: true,
    encryption: BucketEncryption.KMS,
    encryptionKey: props.key,
    bucketKeyEnabled: true,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN,
    cors: [
      {
        allowedOrigins: [...props.pageOrigins],
        // Forms come in, signed addresses are read: no page puts, lists or deletes anything.
        allowedMethods: [HttpMethods.POST, HttpMethods.GET],
        exposedHeaders: ['ETag', 'x-amz-version-id'],
        maxAge: Duration.hours(1).toSeconds(),
      },
    ],
    lifecycleRules: [
      { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
      {
        id: 'replaced-reports',
        prefix: REPORTS,
        noncurrentVersionExpiration: props.replacedReportsKept,
      },
      {
        // The night deletes the tables of results that nobody needs; until then a deletion can be taken back.
        id: 'cleared-results',
        prefix: RESULTS,
        noncurrentVersionExpiration: props.replacedReportsKept,
        expiredObjectDeleteMarker: true,
      },
    ],
  });
  announceUploads(bucket, name, props.uploadQueue);
  for (const statement of whatNobodyMayPut(bucket, props.key)) bucket.addToResourcePolicy(statement);
  costTags(bucket, 'storage');
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'S3 cannot write access logs into a KMS bucket; CloudTrail data events record who read what.',
  });
  return bucket;
}

/**
 * What could be sent and never read: another storage class than S3's own, for archives are read only after a request and
 * hours; the sender's key (SSE-C); another key of KMS, or another way to encrypt. Whoever says nothing of these sends as
 * the bucket has it. Each condition holds only where the header is there, since a negated comparison is true without it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 */
function whatNobodyMayPut(bucket: Bucket, key: IKey): readonly PolicyStatement[] {
  const isSent = (header: string) => ({ Null: { [`s3:${header}`]: 'false' } });
  const isOther = (header: string, allowed: string) => ({
    ...isSent(header),
    StringNotEquals: { [`s3:${header}`]: allowed },
  });
  const denied = {
    OtherStorageClass: isOther('x-amz-storage-class', 'STANDARD'),
    SendersOwnKey: isSent('x-amz-server-side-encryption-customer-algorithm'),
    OtherEncryption: isOther('x-amz-server-side-encryption', 'aws:kms'),
    OtherKey: isOther('x-amz-server-side-encryption-aws-kms-key-id', key.keyArn),
  };
  return Object.entries(denied).map(
    ([sid, conditions]) =>
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects('*')],
        conditions,
      }),
  );
}

/**
 * Written on the L1: the L2's notifications need a custom resource, that is one more Lambda which may write any
 * bucket's notifications, and which LocalStack ignores.
 */
function announceUploads(bucket: Bucket, name: string, queue: Queue): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      sid: 'StudyBucketAnnouncesUploads',
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: {
        ArnEquals: { 'aws:SourceArn': `arn:${Aws.PARTITION}:s3:::${name}` },
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      },
    }),
  );
  const filter = { s3Key: { rules: [{ name: 'prefix', value: UPLOADS }] } };
  const resource = bucketResource(bucket);
  resource.notificationConfiguration = {
    queueConfigurations: [EventType.OBJECT_CREATED, EventType.OBJECT_REMOVED].map((event) => ({
      event,
      queue: queue.queueArn,
      filter,
    })),
  };
  // S3 sends a test message when it takes the configuration, and refuses it if the queue says no.
  const policy = queue.node.tryFindChild('Policy');
  if (policy) resource.node.addDependency(policy);
}

/** The CloudFormation resource under the L2, for what the L2 cannot say. */
export function bucketResource(bucket: Bucket): CfnBucket {
  const resource = bucket.node.defaultChild;
  if (resource instanceof CfnBucket) return resource;
  throw new TypeError('an S3 bucket without its CloudFormation resource');
}

/**
 * A name known before the bucket exists, so that the queue's policy can name the bucket and still be made before it;
 * unique to this very stack, so that the bucket of a deleted stack, which stays, does not have the same name.
 */
function bucketName(): string {
  return `ct-mri-study-${Fn.select(2, Fn.split('/', Aws.STACK_ID))}`;
}
