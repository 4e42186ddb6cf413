import { Aws, CfnOutput, type Stack } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { REPORTS, UPLOADS } from '#shared/storage/bucket-keys.ts';
import { centrePolicyName } from './centre-access.ts';

/** Stands for the name of any centre: an output for each would pass CloudFormation's 200. */
const CENTRE = 'CENTRE';

/** Where a centre's policy, folder and reports are, for whoever puts its name there. */
export function centreOutputs(study: Stack, bucket: Bucket): void {
  const folder = (prefix: string) =>
    `https://${Aws.REGION}.console.aws.amazon.com/s3/buckets/${bucket.bucketName}?prefix=${prefix}${CENTRE}/`;
  const outputs = {
    CentrePolicy: {
      description: `What the people of a centre may do, its name for ${CENTRE}: attach it to their role or permission set`,
      value: `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:policy/${centrePolicyName(study, CENTRE)}`,
    },
    CentreFolder: {
      description: `Where a centre, its name for ${CENTRE}, drops its files, in the browser`,
      value: folder(UPLOADS),
    },
    CentreReports: {
      description: `Where a centre, its name for ${CENTRE}, finds its answers, in the browser`,
      value: folder(REPORTS),
    },
  };
  for (const [name, output] of Object.entries(outputs)) new CfnOutput(study, name, output);
}
