import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { TestProject } from 'vitest/node';
import { deployStudy } from '#cdk/deploy.ts';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { launchLocalStack, type RunningLocalStack } from '#cdk/localstack/launch.ts';
import { localEnvironment } from '#cdk/localstack/local-environment.ts';
import { readStackOutputs, type StackOutputs } from '#cdk/stack-outputs.ts';
import { type Bilingual, bothLanguages } from '#shared/language.ts';

/** A study that is deployed for tests. */
export interface DeployedStack {
  readonly environment: Readonly<Record<string, string>>;
  readonly outputs: StackOutputs;
  /** The name of the tests' own LocalStack; null where it is the one behind `AWS_ENDPOINT_URL`. */
  readonly instance: string | null;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each test file that may run at once, so that none meets another's uploads. */
    readonly stacks: readonly DeployedStack[];
  }
}

/** `npm run test:chaos` deploys as many centres as the network has; all other tests those of `cdk.json`. */
const chaosContext = (): Readonly<Record<string, string>> => {
  const centres = process.env['CTMRI_CHAOS_CENTRES'];
  return centres === undefined ? {} : { centres };
};

/** Deploys the study on LocalStacks of the tests' own, or on the one behind `AWS_ENDPOINT_URL`. */
export default async function deployedStacks(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['AWS_ENDPOINT_URL'];
  if (given !== undefined) {
    project.provide('stacks', [await deployedAt(given, null)]);
    return async () => {};
  }
  const launched: RunningLocalStack[] = [];
  const stop = async () => void (await Promise.all(launched.map((localStack) => localStack.stop())));
  const nameOf = (place: number) => `test-${process.pid}-${place}`;
  try {
    // One after the other: the first installs what all of them need, and each takes a port that is free.
    while (launched.length < project.config.maxWorkers) {
      const name = nameOf(launched.length);
      const environment = process.env;
      launched.push(
        await launchLocalStack({ cacheFolder: cacheFolder(environment), name, progress, environment }),
      );
    }
    const stacks = launched.map(({ endpoint }, place) => deployedAt(endpoint, nameOf(place)));
    project.provide('stacks', await Promise.all(stacks));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function deployedAt(endpoint: string, instance: string | null): Promise<DeployedStack> {
  const environment = localEnvironment(endpoint);
  await deployStudy({ environment: { ...process.env, ...environment }, progress, context: chaosContext() });
  const client = new CloudFormationClient({
    endpoint,
    region: environment.AWS_REGION,
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID,
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
    },
  });
  return { environment, outputs: await readStackOutputs(client, endpoint), instance };
}

const progress = (step: Bilingual) => process.stderr.write(`${bothLanguages(step)}\n`);
