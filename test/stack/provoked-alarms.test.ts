import { describe, expect, it, vi } from 'vitest';
import { PUBLISHED_RESULT_DIFFERS } from '#functions/log.ts';
import { RESULTS } from '#shared/storage/bucket-keys.ts';
import { HEADS } from '#shared/storage/item-keys.ts';
import { hintMessage } from '#shared/storage/upload-hint.ts';
import { drain, finish, night, releaseUntil } from '#test/functions/world/deliveries.ts';
import { ingestIn, message, outcomeOf, reportIn, statisticsIn } from '#test/functions/world/handlers.ts';
import { RULE_SETS } from '#test/functions/world/rule-sets.ts';
import { patients } from '#test/functions/world/study-files.ts';
import { createWorld, type World } from '#test/functions/world/world.ts';
import { alarmState, type Figure, figuresOf } from './alarm-state.ts';
import { synthesise } from './synthesise.ts';

const study = synthesise();
const KEY = 'uploads/rouen/patients.csv';
const HOUR = 60 * 60_000;

/** Lets something happen, and gives what CloudWatch takes from what the function logs meanwhile. */
async function figuresOfRun(
  world: World,
  log: string,
  happening: () => Promise<unknown>,
): Promise<readonly Figure[]> {
  const before = world.logLines.length;
  await happening();
  return figuresOf(study, log, world.logLines.slice(before), world.now());
}
const ofStatistics = (world: World, source: 'upload' | 'schedule' = 'schedule') =>
  figuresOfRun(world, 'StatisticsLog', () => outcomeOf(world, () => statisticsIn(world)({ source })));
const ofIngest = (world: World, key = KEY) =>
  figuresOfRun(world, 'IngestLog', () =>
    outcomeOf(world, () => ingestIn(world)({ Records: [message('m', hintMessage(key))] })),
  );

/** A study with one file in it, and its result. */
async function studyOf(key = KEY): Promise<World> {
  const world = createWorld();
  world.upload(key, patients(1, 2, 3));
  await drain(world);
  return world;
}

describe('from the lines of the real handlers', () => {
  it('NightMissed begins 26 hours after the last night that ended, and ends with the next', async () => {
    const world = await studyOf();
    const night = await ofStatistics(world);
    const ended = world.now();
    expect(alarmState(study, 'NightMissed', night, ended + 25 * HOUR)).toBe('OK');
    expect(alarmState(study, 'NightMissed', night, ended + 27 * HOUR)).toBe('ALARM');
    world.wait(27 * 60);
    const next = await ofStatistics(world);
    expect(alarmState(study, 'NightMissed', [...night, ...next], world.now())).toBe('OK');
  });

  it('NightMissed is not put off by the runs of uploads, nor by a night that failed', async () => {
    const world = await studyOf();
    const upload = await ofStatistics(world, 'upload');
    const failed = await figuresOfRun(world, 'StatisticsLog', async () => {
      const run = outcomeOf(world, () => statisticsIn(world)({ source: 'schedule' }));
      await vi.waitUntil(() => world.calls().length > 0);
      for (const call of world.calls()) await world.release(call, 'fails before');
      await finish(world);
      await run;
    });
    expect(alarmState(study, 'NightMissed', [...upload, ...failed], world.now())).toBe('ALARM');
  });

  it('ResultStale begins where runs only wait, and ends with a result that is confirmed', async () => {
    const world = await studyOf();
    const confirmed = await ofStatistics(world);
    world.upload('uploads/rouen/others.csv', patients(5), 'lost');
    world.wait(35 * 60);
    const waits = await ofStatistics(world);
    expect(alarmState(study, 'ResultStale', [...confirmed, ...waits], world.now())).toBe('OK');
    world.wait(2 * 60);
    expect(alarmState(study, 'ResultStale', [...confirmed, ...waits], world.now())).toBe('ALARM');
    expect(alarmState(study, 'NightMissed', [...confirmed, ...waits], world.now())).toBe('OK');
    await drain(world);
    const after = await ofStatistics(world);
    expect(alarmState(study, 'ResultStale', [...confirmed, ...waits, ...after], world.now())).toBe('OK');
  });

  it('EventsLost begins with a file that nobody was told of, and not with one that was sent this minute', async () => {
    const world = await studyOf();
    world.upload('uploads/rouen/others.csv', patients(5), 'lost');
    expect(alarmState(study, 'EventsLost', await ofStatistics(world), world.now())).toBe('OK');
    world.wait(61);
    const found = await ofStatistics(world);
    expect(alarmState(study, 'EventsLost', found, world.now())).toBe('ALARM');
    expect(alarmState(study, 'EventsLost', found, world.now() + HOUR + 5 * 60_000)).toBe('OK');
  });

  it('PublishedWithPending begins with a result that was published without a file', async () => {
    const world = await studyOf();
    world.upload('uploads/rouen/others.csv', patients(5), 'lost');
    await ofStatistics(world);
    world.wait(61);
    expect(alarmState(study, 'PublishedWithPending', await ofStatistics(world), world.now())).toBe('ALARM');
  });

  it('PublishedResultDiffers begins with a table that somebody altered', async () => {
    const world = await studyOf();
    const [table] = world.bucket.keys(RESULTS).filter((key) => key.endsWith('rows.csv'));
    world.bucket.put(table ?? '', new TextEncoder().encode('tampered'));
    expect(alarmState(study, 'PublishedResultDiffers', await ofStatistics(world), world.now())).toBe('ALARM');
  });

  it('RefusedByNewRules begins with a file that was accepted before', async () => {
    const world = await studyOf();
    const refused = await figuresOfRun(world, 'IngestLog', async () => {
      world.redeploy({ examination: RULE_SETS.ruleMore });
      await night(world);
    });
    expect(alarmState(study, 'RefusedByNewRules', refused, world.now())).toBe('ALARM');
  });

  it('HeadDamaged begins with what the table says no longer of a centre', async () => {
    const world = await studyOf();
    world.alterItems((item) => (item.pk === HEADS ? {} : undefined));
    expect(alarmState(study, 'HeadDamaged', await ofStatistics(world), world.now())).toBe('ALARM');
  });

  it('MailNotSent begins with a message that SNS does not take', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1));
    const figures = await figuresOfRun(world, 'IngestLog', async () => {
      const run = await world.deliver();
      await world.release(await releaseUntil(world, run, 'Publish'), 'fails before');
      await finish(world);
    });
    expect(alarmState(study, 'MailNotSent', figures, world.now())).toBe('ALARM');
  });

  it('none begins with a quiet day, or with a file that is called like an event', async () => {
    const world = await studyOf();
    const named = `uploads/rouen/{"event":"${PUBLISHED_RESULT_DIFFERS}".csv`;
    world.upload(named, patients(4));
    const ingest = await ofIngest(world, named);
    await drain(world);
    const night = await ofStatistics(world);
    const page = await figuresOfRun(world, 'ReportLog', () =>
      outcomeOf(world, () => reportIn(world)({ source: 'schedule' })),
    );
    const figures = [...ingest, ...night, ...page];
    for (const id of LOGGED) expect([id, alarmState(study, id, figures, world.now())]).toEqual([id, 'OK']);
  });
});

const LOGGED = [
  'PublishedResultDiffers',
  'PublishedWithPending',
  'RefusedByNewRules',
  'EventsLost',
  'HeadDamaged',
  'MailNotSent',
  'NightMissed',
  'ResultStale',
];

/** What AWS measures itself, the value that is too much, and one that is not. */
const MEASURED: readonly (readonly [string, string, number, number])[] = [
  ['UploadSetAside', 'AWS/SQS/ApproximateNumberOfMessagesVisible', 1, 0],
  ['UploadWaits', 'AWS/SQS/ApproximateAgeOfOldestMessage', 1801, 1800],
  ['StatisticsGaveUp', 'AWS/SQS/ApproximateNumberOfMessagesVisible', 1, 0],
  ['ReportGaveUp', 'AWS/SQS/ApproximateNumberOfMessagesVisible', 1, 0],
  ['StatisticsFails', 'AWS/Lambda/Errors', 1, 0],
  ['ReportFails', 'AWS/Lambda/Errors', 1, 0],
  ['DeskFails', 'AWS/Lambda/Url5xxCount', 1, 0],
  ['DeskThrottled', 'AWS/Lambda/Throttles', 21, 20],
];

describe('from the figures of AWS', () => {
  const now = Date.parse('2026-11-26T10:00:00Z');
  it.each(MEASURED)(
    '%s begins with %s of %i, not of %i, and ends when that is over',
    (id, metric, tooMuch, enough) => {
      const state = (value: number, after = 0) =>
        alarmState(study, id, [{ metric, at: now, value }], now + after);
      expect(state(tooMuch)).toBe('ALARM');
      expect(state(enough)).toBe('OK');
      expect(state(tooMuch, HOUR + 5 * 60_000)).toBe('OK');
    },
  );
});

it('every alarm of the template is provoked here', () => {
  const all = [...study.resources].flatMap(([id, { Type }]) =>
    Type === 'AWS::CloudWatch::Alarm' ? [id.replace(/[0-9A-F]{8}$/, '')] : [],
  );
  expect([...LOGGED, ...MEASURED.map(([id]) => id)].toSorted()).toEqual(all.toSorted());
});
