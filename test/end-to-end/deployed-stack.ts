import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { TestProject } from 'vitest/node';
import { deployStudy } from '#cdk/deploy.ts';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { launchLocalStack } from '#cdk/localstack/launch.ts';
import { localEnvironment } from '#cdk/localstack/local-environment.ts';
import { readStackOutputs, type StackOutputs } from '#cdk/stack-outputs.ts';
import { type Bilingual, bothLanguages } from '#shared/language.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly environment: Record<string, string>;
    readonly outputs: StackOutputs;
    /** The name of the tests' own LocalStack; null where it is the one behind `AWS_ENDPOINT_URL`. */
    readonly instance: string | null;
  }
}

const progress = (step: Bilingual) => process.stderr.write(`${bothLanguages(step)}\n`);

/** `npm run test:chaos` deploys as many centres as the network has; all other tests those of `cdk.json`. */
const chaosContext = (): Readonly<Record<string, string>> => {
  const centres = process.env['CTMRI_CHAOS_CENTRES'];
  return centres === undefined ? {} : { centres };
};

/** Deploys the study on a LocalStack of the tests' own, or on the one behind `AWS_ENDPOINT_URL`. */
export default async function deployedStack(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['AWS_ENDPOINT_URL'];
  const name = `test-${process.pid}`;
  const launched =
    given === undefined
      ? await launchLocalStack({
          cacheFolder: cacheFolder(process.env),
          name,
          progress,
          environment: process.env,
        })
      : undefined;
  try {
    const environment = localEnvironment(given ?? launched?.endpoint ?? '');
    Object.assign(process.env, environment);
    await deployStudy({ environment: process.env, progress, context: chaosContext() });
    project.provide('environment', environment);
    project.provide('instance', launched === undefined ? null : name);
    project.provide(
      'outputs',
      await readStackOutputs(new CloudFormationClient({}), process.env['AWS_ENDPOINT_URL']),
    );
  } catch (error) {
    await launched?.stop();
    throw error;
  }
  return async () => launched?.stop();
}
