import { InvokeCommand, type LambdaClient, TooManyRequestsException } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { parseJson } from '#shared/json.ts';
import { awaited, type Waiting } from './awaited.ts';
import { CommandFailure } from './command.ts';

const answerSchema = z.union([
  z.object({ id: z.string() }),
  /** The keys of the files without which nothing is published yet. */
  z.object({ waitingFor: z.array(z.string()) }),
]);
export type StatisticsAnswer = z.infer<typeof answerSchema>;

const errorSchema = z.object({ errorType: z.string() });

/** As long as two runs may last, since this one may have to wait for another. */
const PATIENCE_MILLISECONDS = 30 * 60 * 1000;

interface Statistics {
  readonly lambda: LambdaClient;
  readonly functionName: string;
  readonly pollMilliseconds?: number;
}

/** Runs the statistics as the clock does, one run at a time, and waits for the end of it. */
export async function runStatistics(
  { lambda, functionName, pollMilliseconds = 5_000 }: Statistics,
  terminal: Waiting,
): Promise<StatisticsAnswer> {
  const what = {
    fr: 'un autre calcul est en cours ; celui-ci vient après',
    en: 'another computation is running; this one comes next',
  };
  const run = () => invokedOnce(lambda, functionName, terminal.signal);
  const answer = await awaited(
    terminal,
    { what, patienceMilliseconds: PATIENCE_MILLISECONDS, pollMilliseconds },
    run,
  );
  if (answer !== undefined) return answer;
  throw new CommandFailure({
    fr: `La fonction ${functionName} est restée occupée ${PATIENCE_MILLISECONDS / 60_000} minutes : voyez son journal, puis relancez.`,
    en: `The function ${functionName} was busy for ${PATIENCE_MILLISECONDS / 60_000} minutes: see its log, then run this again.`,
  });
}

/** Undefined while another run goes on: the function has a concurrency of one. */
async function invokedOnce(
  lambda: LambdaClient,
  functionName: string,
  abortSignal: AbortSignal,
): Promise<StatisticsAnswer | undefined> {
  const asked = new InvokeCommand({
    FunctionName: functionName,
    Payload: JSON.stringify({ source: 'schedule' }),
  });
  try {
    const { FunctionError, Payload } = await lambda.send(asked, { abortSignal });
    const said = parseJson(Payload?.transformToString() ?? '');
    if (FunctionError !== undefined) throw failed(functionName, errorSchema.safeParse(said).data?.errorType);
    const answer = answerSchema.safeParse(said);
    if (answer.success) return answer.data;
    throw failed(functionName, undefined);
  } catch (error) {
    if (error instanceof TooManyRequestsException) return undefined;
    throw error;
  }
}

/** What it failed with is in its log: the message of an error may quote what it failed on. */
const failed = (functionName: string, errorType: string | undefined): CommandFailure =>
  new CommandFailure({
    fr: `Le calcul a échoué${errorType === undefined ? '' : ` (${errorType})`} ; les tableaux publiés restent les précédents. La cause est dans le journal /aws/lambda/${functionName}.`,
    en: `The computation failed${errorType === undefined ? '' : ` (${errorType})`}; the published tables are still the ones before. The cause is in the log /aws/lambda/${functionName}.`,
  });
