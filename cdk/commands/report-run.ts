import type { LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { Waiting } from './awaited.ts';
import { CommandFailure } from './command.ts';
import { runFunction } from './function-run.ts';

/** The result whose page stands there now, and how many files the run wrote; null where there is none to make a page of. */
const answerSchema = z.object({ id: z.string().nullable(), written: z.number() });
export type ReportAnswer = z.infer<typeof answerSchema>;

/** As long as two runs may last, since this one may have to wait for another. */
const PATIENCE_MILLISECONDS = 4 * 60 * 1000;

interface ReportRun {
  readonly lambda: LambdaClient;
  readonly functionName: string;
  readonly pollMilliseconds?: number;
}

/** Has the page of the latest result brought in line with its tables, and waits for the end of it. */
export const runReport = (
  { lambda, functionName, pollMilliseconds = 1_000 }: ReportRun,
  terminal: Waiting,
): Promise<ReportAnswer> =>
  runFunction(
    {
      lambda,
      functionName,
      answer: answerSchema,
      busy: { fr: 'la page est déjà en cours', en: 'the page is being made already' },
      patienceMilliseconds: PATIENCE_MILLISECONDS,
      pollMilliseconds,
      failed: (cause) =>
        new CommandFailure({
          fr: `La page n’a pas pu être faite${cause} ; les tableaux publiés sont exacts. La cause est dans le journal /aws/lambda/${functionName}.`,
          en: `The page could not be made${cause}; the published tables are right. The cause is in the log /aws/lambda/${functionName}.`,
        }),
    },
    terminal,
  );
