import { type FunctionOptions, RecursiveLoop } from 'aws-cdk-lib/aws-lambda';

/**
 * Ingest asks for a statistics run, the run hints at files, ingest looks at them: a loop that is meant. Lambda would stop it at
 * its seventeenth turn and leave files as they are until the night
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html). What bounds it instead:
 * - a run hints at all unsettled files at once, later at all outdated reports at once: six runs, one after the other, however
 *   many files; two more for each file that is freed only by one that was freed itself;
 * - nobody is asked twice before an answer, and after an hour hints are held back for a quarter of an hour;
 * - a run asks for another one only after five rounds in each of which somebody else wrote.
 */
export const INTENDED_LOOP: FunctionOptions = { recursiveLoop: RecursiveLoop.ALLOW };
