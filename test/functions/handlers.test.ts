import { afterEach, describe, expect, it, vi } from 'vitest';
import { hintMessage } from '#shared/storage/upload-hint.ts';
import { reportOf } from './oracle/reports.ts';
import { finish } from './world/deliveries.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

vi.mock(import('#shared/analyses/study-tables.ts'), () => import('./world/plain-tables.ts'));
vi.mock(import('#functions/clients.ts'), async () => {
  const { database, lambda, s3, sqs } = await import('./world/clients.ts');
  return {
    s3Client: () => s3,
    documentClient: () => database,
    lambdaClient: () => lambda,
    queueClient: () => sqs,
  };
});
vi.stubEnv('BUCKET', 'the-bucket');
vi.stubEnv('TABLE', 'the-table');
vi.stubEnv('STATISTICS_FUNCTION', 'statistics');
vi.stubEnv('CENTRES', 'rouen,lille');
vi.stubEnv('UPLOAD_QUEUE_URL', 'the-queue');
vi.stubEnv('STUDY_SETTINGS', '{"fewestPatientsShown":5}');
vi.stubEnv('CODE_VERSION', '1.0.0+test');
const ingest = await import('#functions/ingest/handler.ts');
const statistics = await import('#functions/statistics/handler.ts');

const KEY = 'uploads/rouen/patients.csv';
const message = (messageId: string, body: string, timesReceived = 1) => ({
  messageId,
  body,
  receiptHandle: `receipt of ${messageId}`,
  attributes: {
    ApproximateReceiveCount: String(timesReceived),
    SentTimestamp: '',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: '',
});

/** What the handler answers, and what it logs. */
async function outcomeOf<Answer>(world: World, handle: () => Promise<Answer>) {
  const logged = vi.spyOn(console, 'log').mockImplementation(() => {});
  let answer: Answer | undefined;
  const run = await world.run(async () => {
    answer = await handle();
  });
  await finish(world);
  return { answer, error: run.error, log: logged.mock.calls.map(([line]) => JSON.parse(String(line))) };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the handler of ingest', () => {
  it('gives back the messages that it could not settle, and no other', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    const { answer, log } = await outcomeOf(world, () =>
      ingest.handler({
        Records: [
          message('unreadable', 'ZZ-secret-1'),
          message('test', JSON.stringify({ Event: 's3:TestEvent' })),
          message('good', hintMessage(KEY)),
        ],
      }),
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'unreadable' }] });
    expect(reportOf(world, KEY)?.verdict).toBe('accepted');
    expect(log).toEqual([
      { event: 'hint-failed', messageId: 'unreadable', error: 'UnreadableHint' },
      { event: 'accepted', key: KEY, rows: 2, problems: 0 },
    ]);
  });

  it('logs the name of what went wrong and not its message', async () => {
    const world = createWorld();
    const event = { Records: [message('first', hintMessage(KEY)), message('second', hintMessage(KEY))] };
    const outcome = outcomeOf(world, () => ingest.handler(event));
    await vi.waitUntil(() => world.calls().length > 0);
    const [first] = world.calls();
    if (first !== undefined) await world.release(first, 'fails before');
    await finish(world);
    expect(await outcome).toMatchObject({
      answer: { batchItemFailures: [{ itemIdentifier: 'first' }] },
      log: [{ event: 'hint-failed', messageId: 'first', error: 'ServiceUnavailable' }],
    });
  });
});

describe('a message that failed', () => {
  it('comes back after a quarter of a minute, then after twice as long each time', async () => {
    const world = createWorld();
    const Records = [1, 2, 4].map((times) => message(`m${times}`, 'no event', times));
    await outcomeOf(world, () => ingest.handler({ Records }));
    expect(world.hidden).toEqual([
      ['receipt of m1', 15],
      ['receipt of m2', 30],
      ['receipt of m4', 120],
    ]);
  });

  it('comes back with the queue’s own timeout where even that fails', async () => {
    const world = createWorld();
    const outcome = outcomeOf(world, () => ingest.handler({ Records: [message('m', 'no event')] }));
    await vi.waitUntil(() => world.calls().length > 0);
    const [hide] = world.calls();
    if (hide !== undefined) await world.release(hide, 'fails before');
    expect((await outcome).answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm' }] });
  });
});

describe('the handler of statistics', () => {
  it('answers with the result that is in force', async () => {
    const { answer } = await outcomeOf(createWorld(), () => statistics.handler({ source: 'schedule' }));
    expect(answer).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it('fails on an event of nobody', async () => {
    const { error } = await outcomeOf(createWorld(), () => statistics.handler({ source: 'nobody' }));
    expect(error?.name).toBe('ZodError');
  });
});
