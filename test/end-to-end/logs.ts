import {
  CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  paginateGetLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { lambda } from './deployed-study.ts';

/** Every line that a function has logged. */
export async function logLines(functionName: string): Promise<readonly string[]> {
  const { LoggingConfig } = await lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: functionName }),
  );
  const client = new CloudWatchLogsClient({});
  const logGroupName = LoggingConfig?.LogGroup;
  const { logStreams = [] } = await client.send(new DescribeLogStreamsCommand({ logGroupName }));
  const lines: string[] = [];
  for (const { logStreamName } of logStreams) {
    const pages = paginateGetLogEvents(
      // The last page repeats its own token for ever.
      { client, stopOnSameToken: true },
      { logGroupName, logStreamName, startFromHead: true },
    );
    for await (const { events = [] } of pages) lines.push(...events.map(({ message }) => message ?? ''));
  }
  return lines;
}
