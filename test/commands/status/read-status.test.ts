import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readStatus } from '#cdk/commands/status/read-status.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { LATEST_RESULT, MANIFEST_FILE, reportKeys, resultFolder } from '#shared/storage/bucket-keys.ts';
import { pendingKey } from '#shared/storage/item-keys.ts';
import { STATISTICS_FUNCTION, UPLOAD_QUEUE } from '#test/functions/world/names.ts';
import { inputOf, manifestFor } from '#test/publication/comparison/manifests.ts';
import { answeringLambda, answeringQueue } from '../answering-clients.ts';
import { PAIRS, pairs, type Study } from '../erasure/erasing.ts';
import { studyInMemory } from '../erasure/study-in-memory.ts';

const NOW = new Date('2026-11-25T12:00:00.000Z');
const OTHER = 'uploads/rouen/other.csv';
const [DEAD_LETTERS, FAILURES] = ['https://sqs.test/dead', 'https://sqs.test/failures'];
const REPORT_FAILURES = 'https://sqs.test/report-failures';

/** Of each queue: the messages that wait, those in work, those that come back later. */
const DEPTHS: Readonly<Record<string, readonly [number, number, number]>> = {
  [UPLOAD_QUEUE]: [1, 2, 4],
  [DEAD_LETTERS]: [8, 16, 32],
  [FAILURES]: [64, 128, 256],
  [REPORT_FAILURES]: [512, 1024, 2048],
};
const askedSchema = z.object({ QueueUrl: z.string(), AttributeNames: z.array(z.string()) });

/** As SQS, which tells what it is asked for and nothing else. */
const queue = answeringQueue((_, input) => {
  const { QueueUrl, AttributeNames } = askedSchema.parse(input);
  const [waiting, inWork, later] = DEPTHS[QueueUrl] ?? [];
  const known = new Map([
    ['ApproximateNumberOfMessages', waiting],
    ['ApproximateNumberOfMessagesNotVisible', inWork],
    ['ApproximateNumberOfMessagesDelayed', later],
  ]);
  const Attributes = Object.fromEntries(AttributeNames.map((name) => [name, String(known.get(name))]));
  return { $metadata: {}, Attributes };
});

const DEPLOYED = { CENTRES: 'rouen,lille', RULES: 'rules', CODE_VERSION: '1.0.0+0123456789ab' };

function statusOf(world: Study, deployed: Partial<typeof DEPLOYED> = {}) {
  const lambda = answeringLambda((_, input) => {
    expect(input).toEqual({ FunctionName: STATISTICS_FUNCTION });
    return { $metadata: {}, Environment: { Variables: { ...DEPLOYED, ...deployed } } };
  });
  const outputs = {
    ...world.study.outputs,
    DeadLetterQueueUrl: DEAD_LETTERS,
    StatisticsFailureQueueUrl: FAILURES,
    ReportFailureQueueUrl: REPORT_FAILURES,
  };
  return readStatus({ ...world.study, queue, lambda, outputs }, NOW);
}

/** One file in force, from which the latest result was computed. */
async function publishedStudy(): Promise<Study> {
  const world = studyInMemory();
  const { versionId } = await world.upload(PAIRS, pairs('P1', 'P2'));
  const manifest = manifestFor({ inputs: [inputOf('rouen/pairs.csv', { versionId })] });
  const path = resultFolder(manifest.id) + MANIFEST_FILE;
  world.drop(path, manifestText(manifest));
  const latest = { id: manifest.id, publishedAt: NOW.toISOString(), manifest: path, tables: [], changes: 0 };
  world.drop(LATEST_RESULT, JSON.stringify(latest));
  return world;
}

describe('the status that is read', () => {
  it('has the messages of each queue, those that come back later too', async () => {
    expect((await statusOf(studyInMemory())).queues).toEqual({
      uploads: { waiting: 5, inWork: 2 },
      uploadsGivenUp: 56,
      failedComputations: 448,
      failedReports: 3584,
    });
  });

  it('is that of the bucket, the table and the latest result', async () => {
    const world = await publishedStudy();
    const { now, centres, heads, uploads, reports, unsettled, latest, manifest } = await statusOf(world);
    expect({ now, centres, unsettled }).toEqual({
      now: NOW.toISOString(),
      centres: ['rouen', 'lille'],
      unsettled: [],
    });
    expect(heads.map(({ centre, files }) => [centre, Object.keys(files)])).toEqual([['rouen', [PAIRS]]]);
    expect([...uploads.keys()]).toEqual([PAIRS]);
    expect(reports.get(PAIRS)).toMatchObject({ verdict: 'accepted', rows: 2 });
    expect(manifest?.id).toBe(latest?.id);
    expect(manifest?.inputs).toMatchObject([{ key: PAIRS }]);
  });

  it.each<[string, (world: Study) => unknown, Partial<typeof DEPLOYED>, string, string]>([
    ['came and is not taken up', (world) => world.drop(OTHER, pairs('P3')), {}, OTHER, 'not_brought_in'],
    ['lost rows', ({ table }) => table.lose(({ pk }) => pk.startsWith('ROWS#')), {}, PAIRS, 'rows_lost'],
    ['is lost from the table', ({ table }) => table.lose(() => true), {}, PAIRS, 'lost_from_table'],
    [
      'other rules than the deployed ones examined',
      () => {},
      { RULES: 'others' },
      PAIRS,
      'not_examined_again',
    ],
    ['is of a centre that is deployed no more', () => {}, { CENTRES: 'lille' }, PAIRS, 'not_examined_again'],
  ])('tells of a file that %s', async (_, befalls, deployed, key, reason) => {
    const world = await publishedStudy();
    befalls(world);
    const { unsettled } = await statusOf(world, deployed);
    expect(unsettled.map((file) => [file.key, file.reason])).toEqual([[key, reason]]);
  });

  it('says since when runs wait for a file', async () => {
    const world = studyInMemory();
    const since = '2026-11-25T11:00:00.000Z';
    world.table.put({ ...pendingKey(OTHER), since, rules: 'rules', answers: 0, askedAfter: -1 });
    expect((await statusOf(world)).awaitedSince).toEqual(new Map([[OTHER, since]]));
  });

  it('does without a report that cannot be read', async () => {
    const world = await publishedStudy();
    world.drop(reportKeys(PAIRS).json, '{"verd');
    expect((await statusOf(world)).reports).toEqual(new Map());
  });
});
