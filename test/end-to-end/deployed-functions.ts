import {
  GetFunctionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { lambda, outputs } from './deployed-study.ts';
import { emptied } from './queues.ts';

/** Both functions, in the order in which CloudFormation updates them: ingest names statistics. */
export const FUNCTION_NAMES = [outputs.StatisticsFunctionName, outputs.IngestFunctionName];

export type Variables = Readonly<Record<string, string>>;

/** A function as a deployment leaves it. */
export interface DeployedFunction {
  /** A zip file. */
  readonly code: Uint8Array;
  readonly variables: Variables;
}

export async function readFunction(name: string): Promise<DeployedFunction> {
  const { Code, Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName: name }));
  const archive = await fetch(Code?.Location ?? '');
  return {
    code: new Uint8Array(await archive.arrayBuffer()),
    variables: Configuration?.Environment?.Variables ?? {},
  };
}

/** Puts other code and another environment into a function. LocalStack then starts new processes and ends the old ones. */
export async function deployFunction(name: string, { code, variables }: DeployedFunction): Promise<void> {
  await quiet();
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: code }));
  await updated(name);
  await setVariables(name, variables);
}

/** Does something while functions have these variables beside their own, as another `cdk.json` would give them to both. */
export async function withVariables(
  changes: Variables,
  work: () => Promise<void>,
  names: readonly string[] = FUNCTION_NAMES,
): Promise<void> {
  const own = new Map<string, Variables>();
  for (const name of names) own.set(name, (await readFunction(name)).variables);
  try {
    for (const [name, variables] of own) await setVariables(name, { ...variables, ...changes });
    await work();
  } finally {
    for (const [name, variables] of own) await setVariables(name, variables);
  }
}

async function setVariables(name: string, variables: Variables): Promise<void> {
  await quiet();
  await lambda.send(
    new UpdateFunctionConfigurationCommand({
      FunctionName: name,
      Environment: { Variables: { ...variables } },
    }),
  );
  await updated(name);
}

/** The message of an ingest that is ended by an update would come back an hour later only. */
const quiet = () => emptied(outputs.UploadQueueUrl);

const updated = (name: string) =>
  waitUntilFunctionUpdatedV2(
    { client: lambda, maxWaitTime: 60, minDelay: 0.2, maxDelay: 0.5 },
    { FunctionName: name },
  );
