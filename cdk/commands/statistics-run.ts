import type { LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { Waiting } from './awaited.ts';
import { CommandFailure } from './command.ts';
import { runFunction } from './function-run.ts';

const answerSchema = z.union([
  /** The latest result, and the keys of the files that it was published without. */
  z.object({ id: z.string(), pending: z.array(z.string()).optional() }),
  /** The keys of the files without which nothing is published yet. */
  z.object({ waitingFor: z.array(z.string()) }),
  /** Files moved under it all the time: it asked for a newer run, which publishes. */
  z.object({ overtaken: z.literal(true) }),
]);
export type StatisticsAnswer = z.infer<typeof answerSchema>;

/** As long as two runs may last, since this one may have to wait for another. */
const PATIENCE_MILLISECONDS = 30 * 60 * 1000;

interface Statistics {
  readonly lambda: LambdaClient;
  readonly functionName: string;
  readonly pollMilliseconds?: number;
}

/** Runs the statistics as the clock does, one run at a time, and waits for the end of it. */
export const runStatistics = (
  { lambda, functionName, pollMilliseconds = 5_000 }: Statistics,
  terminal: Waiting,
): Promise<StatisticsAnswer> =>
  runFunction(
    {
      lambda,
      functionName,
      answer: answerSchema,
      busy: {
        fr: 'un autre calcul est en cours ; celui-ci vient après',
        en: 'another computation is running; this one comes next',
      },
      patienceMilliseconds: PATIENCE_MILLISECONDS,
      pollMilliseconds,
      failed: (cause) =>
        new CommandFailure({
          fr: `Le calcul a échoué${cause} ; les tableaux publiés restent les précédents. La cause est dans le journal /aws/lambda/${functionName} ; docs/OPERATIONS.md dit quoi en faire.`,
          en: `The computation failed${cause}; the published tables are still the ones before. The cause is in the log /aws/lambda/${functionName}; docs/OPERATIONS.md says what to do about it.`,
        }),
    },
    terminal,
  );
