import {
  type CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  paginateGetLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';

/** Every line of a log group. */
export async function logLines(
  client: CloudWatchLogsClient,
  logGroupName: string | undefined,
): Promise<readonly string[]> {
  const { logStreams = [] } = await client.send(new DescribeLogStreamsCommand({ logGroupName }));
  const lines: string[] = [];
  for (const { logStreamName } of logStreams) {
    const pages = paginateGetLogEvents(
      // The last page repeats its own token for ever.
      { client, stopOnSameToken: true },
      { logGroupName, logStreamName, startFromHead: true },
    );
    for await (const { events = [] } of pages) {
      lines.push(...events.map(({ message }) => (message ?? '').trimEnd()));
    }
  }
  return lines;
}
