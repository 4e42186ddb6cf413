import { setTimeout } from 'node:timers/promises';
import { ToldFailure } from '#cdk/failure.ts';
import { queueClient } from '#functions/clients.ts';
import { isDealtWith } from '#test/localstack/message-counts.ts';

const LOOK_MILLISECONDS = 200;
/** Looks in a row, for a message may be on its way from the bucket. */
const LOOKS = 5;
const PATIENCE_MILLISECONDS = 5 * 60 * 1000;

/** What is waited for does not come: the section says so, and the bench goes on. */
export const notInTime = (what: string): ToldFailure =>
  new ToldFailure({ fr: `${what} : pas là à temps`, en: `${what} is not there in time` });

/** Waits until every message of a queue has been dealt with: one whose function is replaced meanwhile comes back in an hour. */
export async function settledQueue(queueUrl: string): Promise<void> {
  const queues = queueClient();
  const began = performance.now();
  for (let empty = 0; empty < LOOKS; ) {
    if (performance.now() - began > PATIENCE_MILLISECONDS) throw notInTime('the end of the queue');
    await setTimeout(LOOK_MILLISECONDS);
    empty = (await isDealtWith(queues, queueUrl)) ? empty + 1 : 0;
  }
}
