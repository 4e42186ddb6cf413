import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import * as z from 'zod';
import { parseJson } from '#shared/json.ts';
import { logLines } from '#test/localstack/log-lines.ts';

/** The last line of a function's run says how long it took. */
const lineSchema = z.object({
  UploadMilliseconds: z.number().optional(),
  RunMilliseconds: z.number().optional(),
  _aws: z.object({ Timestamp: z.number() }),
});

/** How long the last run of one of the study's functions took, as it says itself. */
export async function loggedSeconds(functionName: string): Promise<number> {
  const lines = await logLines(new CloudWatchLogsClient({}), `/aws/lambda/${functionName}`);
  // Each process has a stream of its own, and the streams come in no order.
  const [last] = lines
    .flatMap((line) => lineSchema.safeParse(parseJson(line)).data ?? [])
    .toSorted((a, b) => b._aws.Timestamp - a._aws.Timestamp);
  const milliseconds = last?.UploadMilliseconds ?? last?.RunMilliseconds;
  if (milliseconds === undefined) throw new Error(`${functionName} did not say how long it took`);
  return milliseconds / 1000;
}
