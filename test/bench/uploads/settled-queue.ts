import { setTimeout } from 'node:timers/promises';
import { queueClient } from '#functions/clients.ts';
import { isDealtWith } from '#test/localstack/message-counts.ts';
import { notInTime } from './lost-round.ts';

const LOOK_MILLISECONDS = 200;
/** Looks in a row, for a message may be on its way from the bucket. */
const LOOKS = 5;
const PATIENCE_MILLISECONDS = 5 * 60 * 1000;

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
