import { InvokeCommand, type LambdaClient, TooManyRequestsException } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { parseJson } from '#shared/json.ts';
import type { Bilingual } from '#shared/language.ts';
import { awaited, type Waiting } from './awaited.ts';
import { CommandFailure } from './command.ts';

const errorSchema = z.object({ errorType: z.string() });

/** A function of the study that runs once at a time, and how to speak of it. */
export interface FunctionRun<Answer> {
  readonly lambda: LambdaClient;
  readonly functionName: string;
  readonly answer: z.ZodType<Answer>;
  /** Said while another run goes on. */
  readonly busy: Bilingual;
  readonly patienceMilliseconds: number;
  readonly pollMilliseconds: number;
  /** @param cause ` (TypeError)`, or nothing: what it failed with is in its log, since a message may quote the data */
  readonly failed: (cause: string) => CommandFailure;
}

/** Runs a function as the clock does and waits for the end of it, after any run that goes on already. */
export async function runFunction<Answer>(run: FunctionRun<Answer>, terminal: Waiting): Promise<Answer> {
  const { functionName, busy, patienceMilliseconds, pollMilliseconds } = run;
  const wait = { what: busy, patienceMilliseconds, pollMilliseconds };
  const answer = await awaited(terminal, wait, () => invokedOnce(run, terminal.signal));
  if (answer !== undefined) return answer;
  throw new CommandFailure({
    fr: `La fonction ${functionName} est restée occupée ${patienceMilliseconds / 60_000} minutes : voyez son journal, puis relancez.`,
    en: `The function ${functionName} was busy for ${patienceMilliseconds / 60_000} minutes: see its log, then run this again.`,
  });
}

/** Undefined while another run goes on: the function has a concurrency of one. */
async function invokedOnce<Answer>(
  { lambda, functionName, answer, failed }: FunctionRun<Answer>,
  abortSignal: AbortSignal,
): Promise<Answer | undefined> {
  const asked = new InvokeCommand({
    FunctionName: functionName,
    Payload: JSON.stringify({ source: 'schedule' }),
  });
  try {
    const { FunctionError, Payload } = await lambda.send(asked, { abortSignal });
    const said = parseJson(Payload?.transformToString() ?? '');
    const errorType = FunctionError === undefined ? undefined : errorSchema.safeParse(said).data?.errorType;
    const read = answer.safeParse(said);
    if (FunctionError === undefined && read.success) return read.data;
    throw failed(errorType === undefined ? '' : ` (${errorType})`);
  } catch (error) {
    if (error instanceof TooManyRequestsException) return undefined;
    throw error;
  }
}
