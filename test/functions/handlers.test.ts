import { describe, expect, it, vi } from 'vitest';
import { ingestHandler } from '#functions/ingest/ingest-handler.ts';
import { statisticsHandler } from '#functions/statistics/statistics-handler.ts';
import { hintMessage } from '#shared/storage/upload-hint.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { reportOf } from './oracle/reports.ts';
import { finish } from './world/deliveries.ts';
import {
  contextOf,
  ENVIRONMENT,
  ingestIn,
  message,
  outcomeOf,
  reportIn,
  resourcesOf,
  statisticsIn,
} from './world/handlers.ts';
import { BUCKET } from './world/names.ts';
import { plainComputation } from './world/plain-tables.ts';
import type { Call } from './world/run.ts';
import { patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';

function firstCall(world: World): Call {
  const [call] = world.calls();
  if (call === undefined) throw new Error('no request waits');
  return call;
}

describe('the handler of ingest', () => {
  it('gives back the messages that it could not deal with, and no other', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    const { answer, log } = await outcomeOf(world, () =>
      ingestIn(world)({
        Records: [
          message('unreadable', 'ZZ-secret-1'),
          message('test', JSON.stringify({ Event: 's3:TestEvent' })),
          message('good', hintMessage(KEY)),
        ],
      }),
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'unreadable' }] });
    expect(reportOf(world, KEY)?.verdict).toBe('accepted');
    expect(log).toMatchObject([
      { event: 'hint-failed', messageId: 'unreadable', error: 'UnreadableHint' },
      { event: 'accepted', key: KEY, rows: 2, problems: 0 },
      { event: 'upload', outcome: 'accepted' },
    ]);
  });

  it.each([
    ['2016-01-01/2018-12-31', ['BOARD_DATE_OUTSIDE_PERIOD']],
    ['2016-01-01/', []],
  ])('examines by the settings that the stack gives it: %s', async (boardPeriod, expected) => {
    const world = createWorld();
    world.upload(KEY, patients(1));
    const STUDY_SETTINGS = JSON.stringify({ ...SETTINGS, boardPeriod });
    const ingest = ingestHandler({ ...ENVIRONMENT, STUDY_SETTINGS }, resourcesOf(world));
    await outcomeOf(world, () => ingest({ Records: [message('good', hintMessage(KEY))] }, contextOf('i')));
    const codes = reportOf(world, KEY)?.warnings.map(({ code }) => code);
    expect(codes?.filter((code) => code !== 'COLUMN_ABSENT')).toEqual(expected);
  });

  it('logs the name of what went wrong and not its message', async () => {
    const world = createWorld();
    const event = { Records: [message('first', hintMessage(KEY)), message('second', hintMessage(KEY))] };
    const outcome = outcomeOf(world, () => ingestIn(world)(event));
    await vi.waitUntil(() => world.calls().length > 0);
    await world.release(firstCall(world));
    await world.release(firstCall(world), 'fails before');
    await finish(world);
    expect(await outcome).toMatchObject({
      answer: { batchItemFailures: [{ itemIdentifier: 'first' }] },
      log: [
        { event: 'upload', messageId: 'first', outcome: 'failed', error: 'ServiceUnavailable' },
        { event: 'hint-failed', messageId: 'first', error: 'ServiceUnavailable' },
        { event: 'upload', messageId: 'second', outcome: 'unchanged' },
      ],
    });
  });
});

describe('a message', () => {
  it('is hidden while it is tried, for as long as its run may last and a minute', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1));
    await outcomeOf(world, () => ingestIn(world)({ Records: [message('m', hintMessage(KEY))] }));
    expect(world.hidden).toEqual([['receipt of m', 660]]);
  });

  it('that failed comes back after a quarter of a minute, then after twice as long each time', async () => {
    const world = createWorld();
    const Records = [1, 2, 4].map((times) => message(`m${times}`, 'no event', times));
    await outcomeOf(world, () => ingestIn(world)({ Records }));
    expect(world.hidden.filter(([, seconds]) => seconds !== 660)).toEqual([
      ['receipt of m1', 15],
      ['receipt of m2', 30],
      ['receipt of m4', 120],
    ]);
  });

  it('that failed comes back with the queue’s own timeout where it cannot be hidden', async () => {
    const world = createWorld();
    const answers: unknown[] = [];
    const run = await world.run(async () => {
      answers.push(await ingestIn(world)({ Records: [message('m', 'no event')] }));
    });
    while (run.state === 'live') await world.release(firstCall(world), 'fails before');
    expect(answers).toEqual([{ batchItemFailures: [{ itemIdentifier: 'm' }] }]);
    expect(world.hidden).toEqual([]);
  });
});

describe('the handler of statistics', () => {
  it('answers with the id of the latest result', async () => {
    const world = createWorld();
    const { answer } = await outcomeOf(world, () => statisticsIn(world)({ source: 'schedule' }));
    expect(answer).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it('takes the event that ingest sends', async () => {
    const world = createWorld();
    const { answer } = await outcomeOf(world, () => statisticsIn(world)({ source: 'upload' }));
    expect(answer).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it('answers with what it waits for, and after an hour with what it published without', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1), 'lost');
    const clock = () => statisticsIn(world)({ source: 'schedule' });
    expect((await outcomeOf(world, clock)).answer).toEqual({ waitingFor: [KEY] });
    world.wait(61);
    const { answer } = await outcomeOf(world, clock);
    expect(answer).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/), pending: [KEY] });
  });

  it('fails on an event that neither ingest nor the clock sends', async () => {
    const world = createWorld();
    const { error } = await outcomeOf(world, () => statisticsIn(world)({ source: 'nobody' }));
    expect(error?.name).toBe('ZodError');
  });
});

describe('the handler of the report', () => {
  it('answers with the result whose report stands there now, and how many files it wrote', async () => {
    const world = createWorld();
    const none = await outcomeOf(world, () => reportIn(world)({ source: 'schedule' }));
    expect(none.answer).toEqual({ id: null, written: 0 });
    const { answer } = await outcomeOf(world, () => statisticsIn(world)({ source: 'upload' }));
    const first = await outcomeOf(world, () => reportIn(world)({ source: 'statistics' }));
    expect(first.answer).toEqual({ ...answer, written: 4 });
    const again = await outcomeOf(world, () => reportIn(world)({ source: 'schedule' }));
    expect(again.answer).toEqual({ ...answer, written: 0 });
  });

  it('fails on an event that neither statistics nor the clock sends', async () => {
    const world = createWorld();
    const { error, log } = await outcomeOf(world, () => reportIn(world)({ source: 'upload' }));
    expect(error?.name).toBe('ZodError');
    expect(log).toEqual([
      expect.objectContaining({ event: 'report-failed', requestId: 'report-1', error: 'ZodError' }),
    ]);
  });
});

describe('a handler without its environment', () => {
  it('names a setting of the study that has another form', () => {
    const resources = { ...resourcesOf(createWorld()), computation: plainComputation };
    const environment = {
      ...ENVIRONMENT,
      STUDY_SETTINGS: JSON.stringify({ ...SETTINGS, fewestPatientsShown: 'few' }),
    };
    expect(() => statisticsHandler(environment, resources)).toThrow(
      'the function lacks the environment variables that its stack sets: STUDY_SETTINGS.fewestPatientsShown',
    );
  });

  it('names every variable that is absent', () => {
    const resources = { ...resourcesOf(createWorld()), computation: plainComputation };
    expect(() => statisticsHandler({ BUCKET, CENTRES: '' }, resources)).toThrow(
      'the function lacks the environment variables that its stack sets: TABLE, UPLOAD_QUEUE_URL, STATISTICS_FUNCTION',
    );
  });

  it('of ingest gives each message back for as long as one whose ingest was killed, and says what is wrong', async () => {
    const world = createWorld();
    const { RULES: _, ...environment } = { ...ENVIRONMENT, STUDY_SETTINGS: 'no JSON' };
    const ingest = ingestHandler(environment, resourcesOf(world));
    const Records = ['m', 'n'].map((id) => message(id, hintMessage(KEY)));
    const { answer, error, log } = await outcomeOf(world, () => ingest({ Records }, contextOf('ingest-1')));
    expect(error).toBeUndefined();
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm' }, { itemIdentifier: 'n' }] });
    expect(world.hidden).toEqual([
      ['receipt of m', 660],
      ['receipt of n', 660],
    ]);
    expect(log).toContainEqual(
      expect.objectContaining({
        event: 'not-configured',
        messageId: 'm',
        variables: 'RULES, STUDY_SETTINGS',
      }),
    );
  });
});
