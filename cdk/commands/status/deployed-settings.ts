import { GetFunctionConfigurationCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { centreList, readEnvironment } from '#functions/environment.ts';

const deployedSchema = z.object({ CENTRES: centreList, RULES: z.string(), CODE_VERSION: z.string() });

export interface DeployedSettings {
  readonly centres: readonly string[];
  readonly rules: string;
  readonly codeVersion: string;
}

/** With which centres, rules and code the study is deployed, whatever this folder holds: asked of its function. */
export async function deployedSettings(
  lambda: LambdaClient,
  functionName: string,
): Promise<DeployedSettings> {
  const { Environment } = await lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: functionName }),
  );
  const { CENTRES, RULES, CODE_VERSION } = readEnvironment(deployedSchema, Environment?.Variables ?? {});
  return { centres: CENTRES, rules: RULES, codeVersion: CODE_VERSION };
}
