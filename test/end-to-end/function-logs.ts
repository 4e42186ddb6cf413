import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { logLines } from '../localstack/log-lines.ts';
import { lambda } from './deployed-study.ts';

/** Every line that a function of the stack has logged. */
export async function functionLogs(functionName: string): Promise<readonly string[]> {
  const { LoggingConfig } = await lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: functionName }),
  );
  return logLines(new CloudWatchLogsClient({}), LoggingConfig?.LogGroup);
}
