import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { S3Client } from '@aws-sdk/client-s3';
import { findEndpoint } from '#cdk/localstack/endpoint.ts';
import { localEnvironment } from '#cdk/localstack/local-environment.ts';
import { readStackOutputs, type StackOutputs } from '#cdk/stack-outputs.ts';
import { s3Client } from '#functions/clients.ts';
import type { Terminal } from './command.ts';

/** The deployed study that a command speaks to, on AWS or on LocalStack alike. */
export interface StudyConnection {
  readonly outputs: StackOutputs;
  readonly s3: S3Client;
}

/**
 * Finds the deployed study: behind `AWS_ENDPOINT_URL` where that is set, else on the LocalStack that
 * `ctmri start` left running, else on AWS with the credentials of the environment.
 */
export async function connectToStudy({ environment, report }: Terminal): Promise<StudyConnection> {
  const endpoint = await findEndpoint(environment);
  if (endpoint !== undefined && environment['AWS_ENDPOINT_URL'] === undefined) {
    report(`LocalStack ${endpoint}`);
    // The SDK reads its endpoint and credentials from the process's own environment only.
    Object.assign(process.env, localEnvironment(endpoint));
  }
  return {
    outputs: await readStackOutputs(new CloudFormationClient({})),
    s3: s3Client(process.env),
  };
}
