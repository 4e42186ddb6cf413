import {
  GetFunctionCommand,
  type LambdaClient,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';

export type Variables = Readonly<Record<string, string>>;

/** A function as a deployment leaves it. */
export interface DeployedFunction {
  /** A zip file. */
  readonly code: Uint8Array;
  readonly variables: Variables;
}

export async function readFunction(client: LambdaClient, name: string): Promise<DeployedFunction> {
  const { Code, Configuration } = await client.send(new GetFunctionCommand({ FunctionName: name }));
  const archive = await fetch(Code?.Location ?? '');
  return {
    code: new Uint8Array(await archive.arrayBuffer()),
    variables: Configuration?.Environment?.Variables ?? {},
  };
}

/** Puts other code into a function. LocalStack then starts new processes and ends the old ones. */
export async function setCode(client: LambdaClient, name: string, code: Uint8Array): Promise<void> {
  await client.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: code }));
  await updated(client, name);
}

/** Gives a function another environment, with new processes as well. */
export async function setVariables(client: LambdaClient, name: string, variables: Variables): Promise<void> {
  await client.send(
    new UpdateFunctionConfigurationCommand({
      FunctionName: name,
      Environment: { Variables: { ...variables } },
    }),
  );
  await updated(client, name);
}

const updated = (client: LambdaClient, name: string) =>
  waitUntilFunctionUpdatedV2(
    { client, maxWaitTime: 60, minDelay: 0.2, maxDelay: 0.5 },
    { FunctionName: name },
  );
