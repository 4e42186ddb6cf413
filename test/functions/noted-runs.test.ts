import { describe, expect, it, vi } from 'vitest';
import { failureOf } from '#functions/log.ts';
import { hintMessage } from '#shared/storage/upload-hint.ts';
import { drain, finish } from './world/deliveries.ts';
import { ingestIn, message, outcomeOf, statisticsIn } from './world/handlers.ts';
import { patients, patientsOfWrongSex } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';

/** The last line that one handler leaves. */
async function lastLine(world: World, handle: () => Promise<unknown>): Promise<unknown> {
  const { log } = await outcomeOf(world, handle);
  return log.at(-1);
}
const ingestOf = (world: World, key = KEY) =>
  lastLine(world, () => ingestIn(world)({ Records: [message('m', hintMessage(key), 2)] }));
const embedded = (...names: readonly string[]) => ({
  _aws: {
    Timestamp: expect.any(Number),
    CloudWatchMetrics: [
      {
        Namespace: 'CtMriStudy',
        Dimensions: [[]],
        Metrics: names.map((Name) => ({
          Name,
          Unit: Name.endsWith('Milliseconds') ? 'Milliseconds' : 'Count',
        })),
      },
    ],
  },
});

describe('an upload', () => {
  it('ends with one line: its file, the requests that belong together, what became of it, and metrics', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    expect(await ingestOf(world)).toEqual({
      event: 'upload',
      requestId: 'ingest-1',
      messageId: 'm',
      attempt: 2,
      key: KEY,
      centre: 'rouen',
      outcome: 'accepted',
      UploadsAccepted: 1,
      RowsAccepted: 2,
      UploadMilliseconds: expect.any(Number),
      ...embedded('UploadsAccepted', 'RowsAccepted', 'UploadMilliseconds'),
    });
    expect(await ingestOf(world)).toMatchObject({
      outcome: 'unchanged',
      RowsAccepted: 0,
      UploadsUnchanged: 1,
    });
    world.upload(KEY, patientsOfWrongSex(1));
    expect(await ingestOf(world)).toMatchObject({ outcome: 'refused', RowsAccepted: 0, UploadsRefused: 1 });
    world.remove(KEY);
    expect(await ingestOf(world)).toMatchObject({
      outcome: 'withdrawn',
      RowsAccepted: 0,
      UploadsWithdrawn: 1,
    });
  });

  it('that failed says where in the source, and of what kind, and never what it was about', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1));
    const line = lastLine(world, () => ingestIn(world)({ Records: [message('m', hintMessage(KEY))] }));
    // The message is hidden, and the first thing that is read cannot be.
    for (const fault of [undefined, 'fails before'] as const) {
      await vi.waitUntil(() => world.calls().length > 0);
      for (const call of world.calls()) await world.release(call, fault);
    }
    await finish(world);
    expect(await line).toMatchObject({
      event: 'hint-failed',
      requestId: 'ingest-1',
      error: 'ServiceUnavailable',
    });
    expect(world.logLines.map((text) => JSON.parse(text))).toContainEqual(
      expect.objectContaining({ event: 'upload', outcome: 'failed', UploadsFailed: 1 }),
    );
  });

  it('of a key outside the uploads does not say of which', async () => {
    const world = createWorld();
    const line = await ingestOf(world, 'reports/rouen/Zz-secret.json');
    expect(JSON.stringify(line)).not.toContain('secret');
  });
});

describe('a run', () => {
  it('names the upload that asked for it, and what it published', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1, 2));
    await ingestOf(world);
    expect(world.requests.map((text) => JSON.parse(text))).toContainEqual({
      source: 'upload',
      askedBy: 'ingest-1',
    });
    const line = await lastLine(world, () => statisticsIn(world)({ source: 'upload', askedBy: 'ingest-1' }));
    expect(line).toMatchObject({
      event: 'run',
      requestId: 'statistics-1',
      source: 'upload',
      askedBy: 'ingest-1',
      outcome: 'published',
      files: 1,
      rows: 2,
      FilesPending: 0,
      FilesWaitedFor: 0,
      ResultsConfirmed: 1,
    });
    expect(line).not.toHaveProperty('Nights');
  });

  it('by the clock counts as a night, also one that waits, which confirms no result', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1), 'lost');
    const waiting = await lastLine(world, () => statisticsIn(world)({ source: 'schedule' }));
    expect(waiting).toMatchObject({
      outcome: 'waiting',
      FilesWaitedFor: 1,
      Nights: 1,
      uploads: 1,
      unsettled: 1,
    });
    expect(waiting).not.toHaveProperty('ResultsConfirmed');
    await drain(world);
    for (const source of ['schedule', 'night', 'night']) {
      const after = await lastLine(world, () => statisticsIn(world)({ source }));
      expect(after).toMatchObject({ outcome: 'published', askedBy: null, Nights: 1, ResultsConfirmed: 1 });
    }
  });

  it('that failed counts as none', async () => {
    const world = createWorld();
    const line = lastLine(world, () => statisticsIn(world)({ source: 'schedule' }));
    await vi.waitUntil(() => world.calls().length > 0);
    for (const call of world.calls()) await world.release(call, 'fails before');
    await finish(world);
    const failed = await line;
    expect(failed).toMatchObject({ event: 'run', outcome: 'failed', error: 'ServiceUnavailable' });
    expect(failed).not.toHaveProperty('Nights');
  });
});

describe('the place of a failure', () => {
  it('is our own line nearest to it, whatever its message says', () => {
    const error = new TypeError('bad\n    at shared/Zz-secret-1.ts:7');
    error.stack = `TypeError: ${error.message}\n    at node:internal/x:1:2\n    at read (file:///var/task/functions/storage/rows.ts:21:9)`;
    expect(failureOf(error)).toEqual({ error: 'TypeError', at: 'functions/storage/rows.ts:21' });
    expect(failureOf('Zz-secret-1')).toEqual({ error: 'string', at: null });
  });
});
