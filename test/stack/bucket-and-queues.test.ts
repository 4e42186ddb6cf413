import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { pageOrigins } from '#cdk/stack/desk-function.ts';
import { hiddenWhileTried } from '#functions/ingest/message-visibility.ts';
import { statementsOf } from './statements.ts';
import { propertiesOf, readable, synthesise } from './synthesise.ts';

const study = synthesise({ retentionDays: 90 });
const { template, resources } = study;
const uploads = { S3Key: { Rules: [{ Name: 'prefix', Value: 'uploads/' }] } };

describe('the bucket', () => {
  it('keeps every version, encrypted with the key of the study, and stays when the stack goes', () => {
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: Match.anyValue() },
            },
          ],
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    });
  });

  it('announces what happens under uploads/, and nothing else', () => {
    const { NotificationConfiguration: announced } = propertiesOf(study, 'AWS::S3::Bucket');
    expect(announced).toEqual({
      QueueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'].map((Event) => ({
        Event,
        Filter: uploads,
        Queue: { 'Fn::GetAtt': [expect.stringMatching(/^UploadQueue/), 'Arn'] },
      })),
    });
  });

  it('is made after the policy that lets it send to the queue', () => {
    const [bucket] = [...resources.values()].filter(({ Type }) => Type === 'AWS::S3::Bucket');
    expect(bucket?.DependsOn).toEqual([expect.stringMatching(/^UploadQueuePolicy/)]);
  });

  it('never deletes an upload or what stands in a result, only what was replaced or deleted long ago', () => {
    const { LifecycleConfiguration: rules } = propertiesOf(study, 'AWS::S3::Bucket');
    expect(rules).toEqual({
      Rules: [
        {
          Id: 'unfinished-uploads',
          Status: 'Enabled',
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        },
        {
          Id: 'replaced-reports',
          Status: 'Enabled',
          Prefix: 'reports/',
          NoncurrentVersionExpiration: { NoncurrentDays: 90 },
        },
        {
          Id: 'cleared-results',
          Status: 'Enabled',
          Prefix: 'results/',
          NoncurrentVersionExpiration: { NoncurrentDays: 90 },
          ExpiredObjectDeleteMarker: true,
        },
      ],
    });
  });
});

describe('what nobody may send, for it could never be read', () => {
  const { KMSMasterKeyID: key } = z
    .object({
      ServerSideEncryptionConfiguration: z.tuple([
        z.object({ ServerSideEncryptionByDefault: z.object({ KMSMasterKeyID: z.unknown() }) }),
      ]),
    })
    .parse(propertiesOf(study, 'AWS::S3::Bucket')['BucketEncryption'])
    .ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault;
  const header = (name: string) => `s3:x-amz-${name}`;
  const present = (name: string) => `Null ${header(name)} false`;

  it.each([
    ['another storage class', 'storage-class', 'STANDARD'],
    ['the sender’s own key', 'server-side-encryption-customer-algorithm', null],
    ['another way to encrypt', 'server-side-encryption', 'aws:kms'],
    ['another key', 'server-side-encryption-aws-kms-key-id', readable(key)],
  ])('is %s; who says nothing of it sends as ever', (_, name, own) => {
    const denials = [...resources.values()]
      .filter(({ Type }) => Type === 'AWS::S3::BucketPolicy')
      .flatMap(statementsOf)
      .filter(({ conditions }) => conditions.includes(present(name)));
    const other = own === null ? [] : [`StringNotEquals ${header(name)} ${own}`];
    expect(denials).toMatchObject([
      {
        effect: 'Deny',
        actions: ['s3:PutObject'],
        principal: '{"AWS":"*"}',
        resources: [expect.stringMatching(/^StudyBucket.*\/\*$/)],
        conditions: [present(name), ...other],
      },
    ]);
  });
});

describe('what a page may ask of the bucket in a browser', () => {
  const rulesOf = (given: typeof study) => propertiesOf(given, 'AWS::S3::Bucket')['CorsConfiguration'];
  const rulesFor = (...others: readonly string[]) => ({
    CorsRules: [
      {
        AllowedMethods: ['POST', 'GET'],
        AllowedOrigins: [
          { 'Fn::Join': ['', ['https://*.lambda-url.', { Ref: 'AWS::Region' }, '.on.aws']] },
          ...others,
        ],
        ExposedHeaders: ['ETag', 'x-amz-version-id'],
        MaxAge: 3600,
      },
    ],
  });

  it('is to send a form and to read what is signed, from an address of a function in this region', () => {
    expect(rulesOf(study)).toEqual(rulesFor());
  });

  it('is the same from the name under which IT shows the desk', () => {
    expect(rulesOf(synthesise({ deskDomain: 'renaten.example.org' }))).toEqual(
      rulesFor('https://renaten.example.org'),
    );
  });

  it('is the same on an emulator from a name of this computer, and only there', () => {
    expect(pageOrigins(undefined, 'http://127.0.0.1:4566').slice(1)).toEqual(['http://*.localhost:4566']);
    expect(pageOrigins(undefined, undefined)).toHaveLength(1);
  });
});

describe('the queues', () => {
  it('let only the bucket of this stack and this account announce uploads', () => {
    const sending = [...resources.values()]
      .filter(({ Type }) => Type === 'AWS::SQS::QueuePolicy')
      .flatMap(statementsOf)
      .filter(({ effect, principal }) => effect === 'Allow' && principal?.includes('s3.amazonaws.com'));
    const { BucketName } = propertiesOf(study, 'AWS::S3::Bucket');
    expect(sending).toMatchObject([
      {
        actions: ['sqs:SendMessage'],
        resources: ['UploadQueue'],
        conditions: [
          `ArnEquals aws:SourceArn arn:AWS::Partition:s3:::${readable(BucketName)}`,
          'StringEquals aws:SourceAccount AWS::AccountId',
        ],
      },
    ]);
  });

  it('keep messages 14 days, encrypted', () => {
    template.allResourcesProperties('AWS::SQS::Queue', {
      MessageRetentionPeriod: 14 * 24 * 60 * 60,
      SqsManagedSseEnabled: true,
    });
    template.resourceCountIs('AWS::SQS::Queue', 4);
  });

  it('set an upload aside after five attempts', () => {
    const { RedrivePolicy } = propertiesOf(study, 'AWS::SQS::Queue', 'UploadQueue');
    expect(RedrivePolicy).toEqual({
      maxReceiveCount: 5,
      deadLetterTargetArn: { 'Fn::GetAtt': [expect.stringMatching(/^UploadDeadLetters/), 'Arn'] },
    });
  });

  it('hide a message at least six times as long as ingest may run', () => {
    const { VisibilityTimeout } = propertiesOf(study, 'AWS::SQS::Queue', 'UploadQueue');
    const { Timeout } = propertiesOf(study, 'AWS::Lambda::Function', 'Ingest');
    expect(Number(VisibilityTimeout)).toBeGreaterThanOrEqual(6 * Number(Timeout));
  });

  it('set a message aside within the hour whose ingest is killed each time, as late as that may be', () => {
    const { RedrivePolicy } = propertiesOf(study, 'AWS::SQS::Queue', 'UploadQueue');
    const { maxReceiveCount } = z.object({ maxReceiveCount: z.number() }).parse(RedrivePolicy);
    const { Timeout } = propertiesOf(study, 'AWS::Lambda::Function', 'Ingest');
    expect(maxReceiveCount * hiddenWhileTried(1000 * Number(Timeout))).toBeLessThanOrEqual(3600);
  });
});

describe('everything that is stored', () => {
  it('can be reached over TLS only', () => {
    const guarded = [...resources.values()].filter(({ Type }) => /::(Bucket|Queue)Policy$/.test(Type));
    expect(guarded).toHaveLength(5);
    for (const policy of guarded) {
      expect(statementsOf(policy)).toContainEqual(
        expect.objectContaining({
          effect: 'Deny',
          actions: [expect.stringMatching(/^(s3|sqs):\*$/)],
          principal: '{"AWS":"*"}',
          conditions: ['Bool aws:SecureTransport false'],
        }),
      );
    }
  });

  it('is encrypted with a key that rotates and stays', () => {
    template.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      Properties: { EnableKeyRotation: true, PendingWindowInDays: 30 },
    });
  });
});
