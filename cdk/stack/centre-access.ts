import { Aws } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { REPORTS, RESULTS, UPLOADS } from '#shared/storage/bucket-keys.ts';
import { mayList, mayUseKeyThroughS3, mayUseObjects } from './permissions.ts';

/**
 * What the people of one centre may do: send, replace, withdraw and see again their own files, read their own reports
 * and the pooled results. Attach it to their role or permission set.
 */
export function centreAccess(scope: Construct, centre: string, bucket: Bucket, key: IKey): ManagedPolicy {
  const uploads = `${UPLOADS}${centre}/`;
  const reports = `${REPORTS}${centre}/`;
  const statements = [
    mayUseObjects(
      bucket,
      // No DeleteObjectVersion: a withdrawn file leaves the study, but not the record of what was published.
      ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
      [`${uploads}*`],
    ),
    mayUseObjects(bucket, ['s3:GetObject'], [`${reports}*`, `${RESULTS}*`]),
    // A manifest names every centre's files.
    mayUseObjects(
      bucket,
      ['s3:GetObject', 's3:GetObjectVersion'],
      [`${RESULTS}*/manifest.json`],
      Effect.DENY,
    ),
    mayList(bucket, 's3:ListBucket', [uploads, reports, RESULTS]),
    mayList(bucket, 's3:ListBucketVersions', [uploads]),
    mayUseKeyThroughS3(key),
    // The command line finds the bucket by the stack's outputs.
    new PolicyStatement({ actions: ['cloudformation:DescribeStacks'], resources: [Aws.STACK_ID] }),
  ];
  return new ManagedPolicy(scope, `CentreAccess-${centre}`, {
    // Named, so that whoever attaches it recognises the centre; with the region, since IAM has only one list.
    managedPolicyName: `${Aws.STACK_NAME}-${Aws.REGION}-centre-${centre}`,
    description: `CT-MRI study: what the centre ${centre} may do with its files, its reports and the results`,
    statements,
  });
}
