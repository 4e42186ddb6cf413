import { logTo } from './log.ts';

/**
 * The log of a deployed function. Not by `console`, to which Lambda adds time and request in front: CloudWatch takes metrics
 * only from lines that are JSON from their first character on.
 */
export const lambdaLog = logTo(
  (line) => void process.stdout.write(`${line}\n`),
  () => new Date(),
);
