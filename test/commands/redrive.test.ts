import { describe, expect, it } from 'vitest';
import { takeUp } from '#cdk/commands/redrive.ts';
import { runCommand } from '#cdk/commands/run-command.ts';
import { hintMessage } from '#shared/storage/upload-hint.ts';
import { payload } from './answer-of-function.ts';
import { answeringLambda } from './answering-clients.ts';
import { OUTPUTS } from './bucket-in-memory.ts';
import { queues } from './queues-in-memory.ts';
import { optionsOf, terminalIn } from './terminal-in-memory.ts';

const { DeadLetterQueueUrl, StatisticsFailureQueueUrl, ReportFailureQueueUrl, UploadQueueUrl } = OUTPUTS;
const KEY = 'uploads/rouen/pairs.csv';
const GIVEN_UP = {
  [DeadLetterQueueUrl]: [hintMessage(KEY), 'who knows'],
  [StatisticsFailureQueueUrl]: ['a', 'b'],
};

async function takenUp(
  which: Parameters<typeof takeUp>[1],
  said: object = { id: '0a1b' },
  content: Parameters<typeof queues>[0] = GIVEN_UP,
) {
  const { client, allIn } = queues(content);
  let runs = 0;
  const lambda = answeringLambda(() => {
    runs += 1;
    return payload(said);
  });
  const people = terminalIn('en');
  const programs = terminalIn('en');
  const study = { queue: client, lambda, outputs: OUTPUTS };
  const exitCode = await takeUp(study, which, optionsOf(), people.terminal);
  const runsForPeople = runs;
  const left = [DeadLetterQueueUrl, UploadQueueUrl, StatisticsFailureQueueUrl].map(
    (url) => allIn(url).length,
  );
  const again = queues(content).client;
  await takeUp({ ...study, queue: again }, which, optionsOf({ json: 'true' }), programs.terminal);
  return { exitCode, left, printed: people.printed(), json: programs.json(), runs: runsForPeople };
}

describe('ctmri redrive', () => {
  it('sends files back and computes again, once for all failures', async () => {
    expect(await takenUp(['uploads', 'statistics'])).toEqual({
      exitCode: 0,
      left: [0, 1, 0],
      runs: 1,
      printed: [
        `1 file(s) sent back to be examined: ${KEY}`,
        '1 message(s) did not come from S3 and were deleted: the nightly comparison, or recompute, finds any file that was missed',
        'the result is up to date: 0a1b',
        '2 failure(s) taken up and deleted from the queue',
      ].join('\n'),
      json: {
        uploads: { moved: 1, keys: [KEY], unreadable: 1 },
        statistics: { retried: 2, id: '0a1b' },
      },
    });
  });

  it('leaves the other queue alone where one is meant', async () => {
    const uploads = await takenUp(['uploads']);
    expect([uploads.left, uploads.runs]).toEqual([[0, 1, 2], 0]);
    expect(uploads.json).toEqual({ uploads: { moved: 1, keys: [KEY], unreadable: 1 } });
    const statistics = await takenUp(['statistics']);
    expect([statistics.left, statistics.runs]).toEqual([[2, 0, 0], 1]);
    expect(statistics.json).toEqual({ statistics: { retried: 2, id: '0a1b' } });
  });

  it('ends with 1 where the computation still waits for files', async () => {
    const { exitCode, json } = await takenUp(['statistics'], { waitingFor: [KEY] });
    expect(exitCode).toBe(1);
    expect(json).toEqual({ statistics: { retried: 2, waitingFor: [KEY] } });
  });

  it('has the page made again, once for all failures of it', async () => {
    const failures = { [ReportFailureQueueUrl]: ['a', 'b', 'c'] };
    const { exitCode, printed, json, runs } = await takenUp(['report'], { id: '0a1b', written: 4 }, failures);
    expect([exitCode, runs]).toEqual([0, 1]);
    expect(printed).toBe('the page is up to date: 0a1b\n3 failure(s) taken up and deleted from the queue');
    expect(json).toEqual({ report: { retried: 3, id: '0a1b', written: 4 } });
  });

  it('says that nothing was given up, and computes nothing', async () => {
    const { exitCode, printed, runs } = await takenUp(['uploads', 'statistics', 'report'], {}, {});
    expect([exitCode, runs]).toEqual([0, 0]);
    expect(printed).toBe('no file set aside\nno failed computation to take up\nno failed page to take up');
  });

  it.each([
    [['--queue', 'dead'], /--queue takes uploads, statistics, report/],
    [['uploads'], /takes no argument/],
  ])('%j ends with 2 before anything is asked of AWS', async (words, complaint) => {
    const { terminal, reported } = terminalIn('en');
    expect(await runCommand(['redrive', ...words, '--lang', 'en'], terminal)).toBe(2);
    expect(reported()).toMatch(complaint);
  });
});
