import type { DeployedFunction, Variables } from '#test/localstack/deployed-function.ts';
import * as functions from '#test/localstack/deployed-function.ts';
import { lambda, outputs } from './deployed-study.ts';
import { emptied } from './queues.ts';

/** Both functions, in the order in which CloudFormation updates them: ingest names statistics. */
export const FUNCTION_NAMES = [outputs.StatisticsFunctionName, outputs.IngestFunctionName];

export const readFunction = (name: string): Promise<DeployedFunction> => functions.readFunction(lambda, name);

/** Puts other code and another environment into a function. */
export async function deployFunction(name: string, { code, variables }: DeployedFunction): Promise<void> {
  await quiet();
  await functions.setCode(lambda, name, code);
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
  await functions.setVariables(lambda, name, variables);
}

/** The message of an ingest that is ended by an update would come back an hour later only. */
const quiet = () => emptied(outputs.UploadQueueUrl);
