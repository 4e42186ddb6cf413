import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { S3Client } from '@aws-sdk/client-s3';
import { deployStudy } from '#cdk/deploy.ts';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { launchLocalStack } from '#cdk/localstack/launch.ts';
import { localEnvironment } from '#cdk/localstack/local-environment.ts';
import { readStackOutputs, type StackOutputs } from '#cdk/stack-outputs.ts';
import { s3Client } from '#functions/clients.ts';
import { lambdaClient } from '#functions/lambda-client.ts';
import { type Bilingual, bothLanguages } from '#shared/language.ts';

/** The study on a LocalStack of its own. */
export interface LocalStudy {
  readonly endpoint: string;
  readonly outputs: StackOutputs;
  readonly s3: S3Client;
  readonly lambda: LambdaClient;
  readonly stop: () => Promise<void>;
}

const progress = (step: Bilingual) => void process.stderr.write(`${bothLanguages(step)}\n`);

/** Deploys the study on a LocalStack that ends with this process, whose environment then leads there. */
export async function localStudy(): Promise<LocalStudy> {
  const { endpoint, stop } = await launchLocalStack({
    cacheFolder: cacheFolder(process.env),
    name: `bench-${process.pid}`,
    progress,
    environment: process.env,
  });
  try {
    Object.assign(process.env, localEnvironment(endpoint));
    await deployStudy({ environment: process.env, progress });
    const outputs = await readStackOutputs(new CloudFormationClient({}), endpoint);
    return { endpoint, outputs, s3: s3Client(process.env), lambda: lambdaClient(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
