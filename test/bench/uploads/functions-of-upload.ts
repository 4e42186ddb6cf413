import {
  type DeployedFunction,
  readFunction,
  setCode,
  setVariables,
} from '#test/localstack/deployed-function.ts';
import type { LocalStudy } from './local-study.ts';

export type ByName<Value> = ReadonlyMap<string, Value>;

/** The functions that bring a file in and compute the tables, as the study was deployed with them. */
export async function ownFunctions({ lambda, outputs }: LocalStudy): Promise<ByName<DeployedFunction>> {
  const own = new Map<string, DeployedFunction>();
  for (const name of [outputs.StatisticsFunctionName, outputs.IngestFunctionName]) {
    own.set(name, await readFunction(lambda, name));
  }
  return own;
}

/** Makes new processes of both functions, of this code. */
export async function deploy({ lambda }: LocalStudy, functions: ByName<DeployedFunction>): Promise<void> {
  for (const [name, { code, variables }] of functions) {
    await setCode(lambda, name, code);
    await setVariables(lambda, name, variables);
  }
}
