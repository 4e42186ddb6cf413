import {
  CreateFunctionCommand,
  InvokeCommand,
  type LambdaClient,
  type LambdaClientConfig,
  waitUntilFunctionActiveV2,
} from '@aws-sdk/client-lambda';
import { z } from 'zod';
import { localEnvironment } from '#cdk/localstack/local-environment.ts';
import { zip } from './zip.ts';

/** What an SDK client needs to talk to an endpoint of ours. */
export function localClient(endpoint: string): LambdaClientConfig {
  const environment = localEnvironment(endpoint);
  return {
    endpoint,
    region: environment['AWS_REGION'] ?? '',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
}

export interface FunctionSettings {
  readonly timeout?: number;
  readonly memory?: number;
  readonly handler?: string;
  readonly environment?: Record<string, string>;
}

/** Deploys a function of these files and waits until it can be invoked. */
export async function deployFunction(
  lambda: LambdaClient,
  name: string,
  files: Readonly<Record<string, string>>,
  settings: FunctionSettings = {},
): Promise<void> {
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Role: 'arn:aws:iam::000000000000:role/any',
      Handler: settings.handler ?? 'index.handler',
      Timeout: settings.timeout ?? 10,
      MemorySize: settings.memory ?? 256,
      Environment: { Variables: settings.environment ?? {} },
      Code: { ZipFile: zip(files) },
    }),
  );
  await waitUntilFunctionActiveV2(
    { client: lambda, maxWaitTime: 30, minDelay: 0.2, maxDelay: 0.5 },
    { FunctionName: name },
  );
}

const Failure = z.object({
  errorType: z.string(),
  errorMessage: z.string(),
  trace: z.string().array().optional(),
});

export interface Outcome {
  readonly failed: boolean;
  readonly result: unknown;
  readonly log: string;
}

export async function invoke(lambda: LambdaClient, name: string, event: unknown = {}): Promise<Outcome> {
  const { FunctionError, Payload, LogResult } = await lambda.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event), LogType: 'Tail' }),
  );
  return {
    failed: FunctionError !== undefined,
    result: JSON.parse(Buffer.from(Payload ?? []).toString()),
    log: Buffer.from(LogResult ?? '', 'base64').toString(),
  };
}

/** Invokes a function that is expected to fail. */
export async function failureOf(
  lambda: LambdaClient,
  name: string,
  event: unknown = {},
): Promise<z.infer<typeof Failure> & { readonly log: string }> {
  const { failed, result, log } = await invoke(lambda, name, event);
  if (!failed) throw new Error(`${name} did not fail but returned ${JSON.stringify(result)}`);
  return { ...Failure.parse(result), log };
}

export async function invokeLater(lambda: LambdaClient, name: string, event: unknown): Promise<void> {
  await lambda.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event), InvocationType: 'Event' }),
  );
}
