import {
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { runStatistics, type StatisticsAnswer } from '#cdk/commands/statistics-run.ts';
import { STACK_NAME } from '#cdk/stack-outputs.ts';
import { lambda, outputs, silently } from './deployed-study.ts';

/** Starts a run as the clock does, and waits for its answer. */
export const runClock = (): Promise<StatisticsAnswer> =>
  runStatistics({ lambda, functionName: outputs.StatisticsFunctionName, pollMilliseconds: 300 }, silently());

/** Lets the schedule of statistics fire every minute, as it does every night, while something is awaited. */
export async function withClockTicking(work: () => Promise<void>): Promise<void> {
  const events = new EventBridgeClient({});
  const { Rules = [] } = await events.send(new ListRulesCommand({ NamePrefix: STACK_NAME }));
  // The report has a schedule of its own.
  const rule = Rules.find(({ Name: name }) => name?.includes('NightlySchedule'));
  if (rule === undefined) throw new Error('the stack has no nightly schedule');
  const { Name, ScheduleExpression } = rule;
  const { Targets } = await events.send(new ListTargetsByRuleCommand({ Rule: Name }));
  const schedule = async (expression: string | undefined) => {
    await events.send(new PutRuleCommand({ Name, ScheduleExpression: expression, State: 'ENABLED' }));
    // LocalStack starts the new schedule only when the targets are put after it.
    await events.send(new PutTargetsCommand({ Rule: Name, Targets }));
  };
  await schedule('rate(1 minute)');
  try {
    await work();
  } finally {
    await schedule(ScheduleExpression);
  }
}
