import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteFunctionConcurrencyCommand, PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import { PurgeQueueCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCohort } from '#cdk/commands/files.ts';
import { randomNumbers } from '#test/functions/world/random.ts';
import { strike } from './chaos/faults.ts';
import { type CentreFiles, NO_SUCH_VALUE, type Operation, operations } from './chaos/operations.ts';
import { whatIsWrong } from './chaos/plain-study.ts';
import { runClock } from './clock.ts';
import { readFunction } from './deployed-functions.ts';
import { lambda, outputs, overwrite, queues, remove } from './deployed-study.ts';
import { functionLogs } from './function-logs.ts';
import { COHORT } from './local-computation.ts';
import { stack } from './own-stack.ts';
import { waiting } from './queues.ts';
import { emptyStudy, withoutEvents } from './study-bucket.ts';

/** A share of `npm run test:chaos`, which deploys 27 centres and does hundreds. */
const COUNT = Number(process.env['CTMRI_CHAOS_OPERATIONS'] ?? 25);
const SEED = Number(process.env['CTMRI_CHAOS_SEED'] ?? 20_261_126);
const PATIENCE_MILLISECONDS = 15 * 60_000;
const LONGEST_PAUSE = 1_500;

const random = randomNumbers(SEED);
const { CENTRES = '' } = (await readFunction(outputs.IngestFunctionName)).variables;

/** What must stand in no log: it is in every pseudonym. */
const SECRET = 'Zz-secret';

/** Every centre sends what one of the sample's sends: pseudonyms are a centre's own. */
async function filesOfCentres(): Promise<ReadonlyMap<string, CentreFiles>> {
  const samples = [...(await readCohort(COHORT)).values()].map(
    (files) =>
      new Map(
        files.map(({ name, bytes }) => [
          name.replace(/\.csv$/, ''),
          new TextDecoder().decode(bytes).replaceAll(/\n(?=\w)/g, `\n${SECRET}-`),
        ]),
      ),
  );
  return new Map(
    CENTRES.split(',').map((centre, place) => [centre, samples[place % samples.length] ?? new Map()]),
  );
}

/** Messages of killed functions hide for minutes, and the next test must not wait for them. */
async function cleared(): Promise<void> {
  await queues.send(new PurgeQueueCommand({ QueueUrl: outputs.UploadQueueUrl }));
  await emptyStudy();
}
beforeAll(emptyStudy);
afterAll(cleared);

/** Runs race here as no stack lets them: a study must not rest on the limit that keeps them apart. */
const ALONE = [outputs.StatisticsFunctionName, outputs.ReportFunctionName];
beforeAll(async () => {
  for (const FunctionName of ALONE) await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
});
afterAll(async () => {
  for (const FunctionName of ALONE)
    await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 1 }));
});

const PROGRESS_EVERY = 25;
const began = Date.now();
const minutes = (): string => ((Date.now() - began) / 60_000).toFixed(1);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

const faults: Promise<void>[] = [];
const done = new Map<string, number>();

async function happen(operation: Operation): Promise<void> {
  const changed = (work: () => Promise<void>, announced: boolean) =>
    announced ? work() : withoutEvents(work);
  switch (operation.kind) {
    case 'upload':
      return changed(() => overwrite(operation.key, operation.content), operation.announced);
    case 'remove':
      return changed(() => remove(operation.key), operation.announced);
    case 'run':
      return void (await runClock().catch(() => undefined));
    default: {
      const { struck, over } = strike(operation.kind, random);
      faults.push(over);
      if (!struck) done.set('nothing to strike', (done.get('nothing to strike') ?? 0) + 1);
    }
  }
}

/**
 * The night, again and again whenever nothing waits in the queue, until all is right: the message of a killed function
 * comes back after minutes, but the night asks for the same file.
 *
 * @returns what is still wrong when patience ends
 */
async function wrongAtRest(): Promise<readonly string[]> {
  let wrong: readonly string[] = ['the clock never said a result'];
  for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end; await sleep(1_000)) {
    if ((await waiting(outputs.UploadQueueUrl)) > 0) continue;
    const answer = await runClock().catch(() => undefined);
    if (answer === undefined || !('id' in answer)) continue;
    wrong = await whatIsWrong();
    tell(`${wrong.length} differences after ${minutes()} minutes`);
    if (wrong.length === 0) return [];
  }
  return wrong;
}

describe.runIf(stack.instance !== null)(`${COUNT} operations of seed ${SEED}, with kills and freezes`, () => {
  const centres = CENTRES.split(',');

  it(
    'end in the tables and answers that a plain computation gives',
    async () => {
      const files = await filesOfCentres();
      let made = 0;
      for (const operation of operations(COUNT, files, random)) {
        done.set(operation.kind, (done.get(operation.kind) ?? 0) + 1);
        await happen(operation);
        made += 1;
        if (made % PROGRESS_EVERY === 0) tell(`${made} of ${COUNT} operations`);
        await sleep(random() * LONGEST_PAUSE);
      }
      await Promise.all(faults);
      const wrong = await wrongAtRest();
      const summary = [...done].map(([kind, times]) => `${times} × ${kind}`).join(', ');
      tell(`chaos of ${centres.length} centres, seed ${SEED}, ${minutes()} minutes: ${summary}`);
      expect(wrong).toEqual([]);
    },
    2 * PATIENCE_MILLISECONDS,
  );

  it('leave no pseudonym and no cell that was wrong in a log', async () => {
    const names = [outputs.IngestFunctionName, outputs.StatisticsFunctionName, outputs.ReportFunctionName];
    const lines = (await Promise.all(names.map(functionLogs))).flat();
    expect(lines.length).toBeGreaterThan(COUNT);
    const words = [SECRET, NO_SUCH_VALUE];
    expect(lines.filter((line) => words.some((word) => line.includes(word)))).toEqual([]);
  });
});
