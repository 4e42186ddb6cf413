import { type Call, type Fault, type Run, strikes, writes } from './run.ts';
import type { World } from './world.ts';

/** More than any run needs by far. */
const MOST_REQUESTS = 5_000;
/** More than any story leads to: beyond it, messages and requests lead to one another without end. */
const MOST_RUNS = 2000;
/** How often SQS hands a message out before it sets it aside. */
const MOST_DELIVERIES = 5;

/** Carries out whatever is waiting, until no run is left but one that is held. */
export async function finish(world: World, held?: Run): Promise<void> {
  for (let released = 0; released < MOST_REQUESTS; released++) {
    const next = world.calls().find(({ run }) => run !== held);
    if (next === undefined) return;
    await world.release(next);
  }
  throw new Error(`a run did not end after ${MOST_REQUESTS} requests`);
}

/**
 * Delivers every message and answers every request, one after the other and without a fault, until none is
 * left. Messages that fail each time are set aside and are back in the queue afterwards, as after a redrive.
 */
export async function drain(world: World, { holding }: { readonly holding?: Run } = {}): Promise<void> {
  const failures = new Map<string, number>();
  const setAside: string[] = [];
  for (let runs = 0; isAskedForSomething(world); runs++) {
    if (runs === MOST_RUNS) throw new Error(`${MOST_RUNS} runs did not settle the study`);
    const [message] = world.messages;
    const run = await nextRun(world);
    await finish(world, holding);
    if (message === undefined) {
      if (run.error !== undefined) throw run.error;
      continue;
    }
    if (run.state !== 'failed') continue;
    const failed = (failures.get(message) ?? 0) + 1;
    failures.set(message, failed);
    if (failed >= MOST_DELIVERIES) setAside.push(...world.messages.splice(-1));
  }
  world.messages.push(...setAside);
}

const isAskedForSomething = ({ messages, requests, reportRequests }: World): boolean =>
  messages.length + requests.length + reportRequests.length > 0;

/** Of all that waits, uploads are looked at first, and reports made last. */
function nextRun(world: World): Promise<Run> {
  if (world.messages.length > 0) return world.deliver();
  return world.requests.length > 0 ? world.answerRequest() : world.answerReportRequest();
}

/** The clock's run, with whatever it leads to. */
export async function night(world: World): Promise<void> {
  world.ask('night');
  await drain(world);
}

/** Carries out a run's first requests, at most so many. */
export async function releaseSome(world: World, run: Run, count: number): Promise<void> {
  for (let made = 0; made < count && run.state === 'live'; made++) {
    const [next] = run.calls;
    if (next !== undefined) await world.release(next);
  }
}

/** Carries out a run's requests as long as they are of this name. */
export async function releaseWhile(world: World, run: Run, name: string): Promise<void> {
  for (let [next] = run.calls; next?.name.startsWith(name) === true; [next] = run.calls) {
    await world.release(next);
  }
}

/** Carries out a run's requests up to the first one of this name, which waits. */
export async function releaseUntil(world: World, run: Run, name: string): Promise<Call> {
  while (run.state === 'live') {
    const [next] = run.calls;
    if (next?.name.startsWith(name) === true) return next;
    await releaseSome(world, run, 1);
  }
  throw new Error(`${run.name} ended without any ${name}`);
}

/**
 * Carries a run out to its end, but for one fault at the request with this number among those that it strikes. Who dies
 * before a read leaves what he left when he died before any other since the last write, so that one of them will do.
 *
 * @returns the name of that request, or undefined where the run makes fewer
 */
export async function finishWithFault(
  world: World,
  run: Run,
  number: number,
  fault: Fault,
): Promise<string | undefined> {
  let struck: string | undefined;
  let isFirstSinceWrite = true;
  for (let candidates = 0; run.state === 'live'; ) {
    const [next] = run.calls;
    if (next === undefined) throw new Error(`${run.name} waits for nothing`);
    const differs = fault !== 'dies before' || isFirstSinceWrite;
    const struckNow = differs && strikes(fault, next) && candidates++ === number;
    if (struckNow) struck = next.name;
    isFirstSinceWrite = writes(next);
    await world.release(next, struckNow ? fault : undefined);
  }
  return struck;
}

/**
 * Tells the same story with a fault at the first request that it strikes, then at the second, and so on to the last.
 *
 * @param tell answers which request was struck, or undefined where the story has no such request any more
 */
export async function atEveryRequest(tell: (number: number) => Promise<string | undefined>): Promise<void> {
  let number = 0;
  while ((await tell(number)) !== undefined) number += 1;
  if (number === 0) throw new Error('the fault struck no request, so nothing was tested');
}
