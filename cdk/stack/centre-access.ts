import { NestedStack, type Stack } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { REPORTS, RESULTS, UPLOADS } from '#shared/storage/bucket-keys.ts';
import { centreGroups } from './centre-groups.ts';
import { mayList, mayUseKeyThroughS3, mayUseObjects } from './permissions.ts';

/** In so many stacks lie the centres' policies: each stack may hold 500 resources. */
const GROUPS = 2;

/** What a centre's policy is called; with the region, since IAM has only one list for all of them. */
export const centrePolicyName = ({ stackName, region }: Stack, centre: string): string =>
  `${stackName}-${region}-${centre}`;

/** A policy for each centre, to be attached to the role or permission set of its people. */
export function centreAccess(study: Stack, centres: readonly string[], bucket: Bucket, key: IKey): void {
  for (const [group, members] of centreGroups(centres, GROUPS)) {
    const nested = new NestedStack(study, `CentreAccess${group}`, {
      description: 'CT-MRI study: what the people of each centre may do',
    });
    for (const centre of members) {
      new ManagedPolicy(nested, `CentreAccess-${centre}`, {
        // Named, so that whoever attaches it recognises the centre.
        managedPolicyName: centrePolicyName(study, centre),
        description: `CT-MRI study: what the centre ${centre} may do with its files, its reports and the results`,
        statements: centreStatements(study, centre, bucket, key),
      });
    }
  }
}

/** What the people of one centre may do: send, replace, withdraw and see again their own files, read their reports and the results. */
function centreStatements(study: Stack, centre: string, bucket: Bucket, key: IKey): PolicyStatement[] {
  const uploads = `${UPLOADS}${centre}/`;
  const reports = `${REPORTS}${centre}/`;
  return [
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
    new PolicyStatement({ actions: ['cloudformation:DescribeStacks'], resources: [study.stackId] }),
  ];
}
