import { AsyncLocalStorage } from 'node:async_hooks';
import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import type { Bucket } from './bucket.ts';
import type { REPORT_FUNCTION, STATISTICS_FUNCTION } from './names.ts';
import type { Table } from './table.ts';

/** The functions that others ask for a run. */
export type AskedFunction = typeof STATISTICS_FUNCTION | typeof REPORT_FUNCTION;

/** A message as a topic gets it. */
export interface TopicMessage {
  readonly topic: string;
  readonly subject: string;
  readonly text: string;
}

/** What the functions have effects on. */
export interface Services {
  readonly bucket: Bucket;
  readonly table: Table;
  readonly send: (message: string, delaySeconds: number) => void;
  /** Hides a message that was received, for so many seconds. */
  readonly hide: (receiptHandle: string, seconds: number) => void;
  /** Hands a message to a topic. */
  readonly publish: (message: TopicMessage) => void;
  readonly invoke: (functionName: AskedFunction, payload: string) => void;
}

/**
 * What happens to one request on its way:
 * - `whole`: it is carried out and answered;
 * - `sent twice`: it is carried out, the answer gets lost and the SDK asks again, maybe after others' requests;
 * - `half`: DynamoDB takes half of a batch now (a request that is no batch is carried out whole);
 * - `throttled`: DynamoDB takes nothing of a batch now, and says so by an error;
 * - `raced`: S3 answers 409 to a conditional write, as it may (any other request is carried out whole);
 * - `fails before`, `fails after`: the caller sees an error, and the request was not, or was, carried out;
 * - `dies before`, `dies after`, `dies half way`: the function ends there, like one that reached its timeout.
 */
export const FAULTS = [
  'sent twice',
  'half',
  'throttled',
  'raced',
  'fails before',
  'fails after',
  'dies before',
  'dies after',
  'dies half way',
] as const;
export type Fault = (typeof FAULTS)[number];
/** Those that strike nothing but a batch of rows. */
const OF_BATCHES: ReadonlySet<Fault> = new Set(['half', 'throttled', 'dies half way']);
/** What may happen to a run that writes no rows. */
export const FAULTS_WITHOUT_ROWS = FAULTS.filter((fault) => !OF_BATCHES.has(fault));

const ANY = /./;
const WRITE = /^(?:Put|Update|Delete|BatchWrite|SendMessage|Invoke|Publish)/;
/** Which requests a fault makes a difference to. */
const STRUCK_BY: Readonly<Record<Fault, RegExp>> = {
  'sent twice': WRITE,
  half: /^BatchWrite/,
  throttled: /^BatchWrite/,
  raced: /^PutObject/,
  'fails before': ANY,
  'fails after': WRITE,
  'dies before': ANY,
  'dies after': WRITE,
  'dies half way': /^BatchWrite/,
};
export const strikes = (fault: Fault, { name }: Call): boolean => STRUCK_BY[fault].test(name);
/** Whether a request leaves anything behind. */
export const writes = ({ name }: Call): boolean => WRITE.test(name);

/** How a service carries a request out. */
export type Manner = 'whole' | 'half' | 'raced';

/** A request that waits for its turn. */
export interface Call {
  readonly run: Run;
  /** What it asks for, to tell where a test failed. */
  readonly name: string;
  readonly release: (fault?: Fault) => void;
}

/** What an invocation starts from. */
export interface Invocation {
  readonly name: string;
  readonly startedAt: number;
  readonly services: Services;
  /** After every request that a service has carried out. */
  readonly afterEffect: () => void;
}

/** One invocation of a function. */
export interface Run extends Invocation {
  state: 'live' | 'ended' | 'failed' | 'dead';
  error: Error | undefined;
  /** Those of a dead run may still be on the wire. */
  calls: Call[];
}

const THROTTLED = { message: 'slow down', $metadata: {} };

/** What the SDK throws when it has given up. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';
}

const currentRun = new AsyncLocalStorage<Run>();

/** Starts an invocation; its requests wait until they are released. */
export function startRun(invocation: Invocation, work: () => Promise<void>): Run {
  const run: Run = { ...invocation, state: 'live', error: undefined, calls: [] };
  currentRun.run(run, work).then(
    () => {
      run.state = 'ended';
    },
    (error: unknown) => {
      run.state = 'failed';
      run.error = error instanceof Error ? error : new Error(String(error));
    },
  );
  return run;
}

/** Makes a request of the run that asks: it is carried out in one moment, once it is released. */
export function request<Answer>(
  name: string,
  effect: (services: Services, manner: Manner) => Answer,
): Promise<Answer> {
  const run = currentRun.getStore();
  if (run === undefined) throw new Error(`${name} was asked for outside any run`);
  return new Promise((resolve, reject) => {
    const carryOut = (manner: Manner) => {
      const answer = effect(run.services, manner);
      run.afterEffect();
      return answer;
    };
    const carryOutUnseen = (manner: Manner = 'whole') => {
      try {
        carryOut(manner);
      } catch {
        // The answer, good or bad, never arrives.
      }
    };
    const answerWith = (manner: Manner) => {
      try {
        resolve(carryOut(manner));
      } catch (error) {
        reject(error);
      }
    };
    const call: Call = {
      run,
      name,
      release(fault) {
        if (fault === 'sent twice') return carryOutUnseen();
        run.calls = run.calls.filter((other) => other !== call);
        if (run.state === 'dead') return carryOutUnseen();
        if (fault === 'fails after' || fault === 'dies after') carryOutUnseen();
        if (fault === 'dies half way') carryOutUnseen('half');
        if (fault?.startsWith('dies')) run.state = 'dead';
        else if (fault === 'throttled') reject(new ProvisionedThroughputExceededException(THROTTLED));
        else if (fault?.startsWith('fails')) reject(new ServiceUnavailable('please try again'));
        else answerWith(fault === 'half' || fault === 'raced' ? fault : 'whole');
      },
    };
    run.calls.push(call);
  });
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
/** Beyond it, a run waits for something that is no request. On a busy machine its first import alone takes seconds. */
const PATIENCE_MILLISECONDS = 60_000;

/** Waits until every live run waits for a request of its own, or has ended: so the same choices give the same world. */
export async function untilAllWait(runs: readonly Run[]): Promise<void> {
  for (const began = performance.now(); performance.now() - began < PATIENCE_MILLISECONDS; ) {
    await nextTurn();
    if (runs.every((run) => run.state !== 'live' || run.calls.length > 0)) return;
  }
  throw new Error('a run neither asks for anything nor ends');
}
