import { ingestAdapters } from '#functions/ingest/ingest-adapters.ts';
import type { IngestPorts } from '#functions/ingest/ingest-upload.ts';
import type { Log } from '#functions/log.ts';
import type { StatisticsPorts } from '#functions/statistics/run-statistics.ts';
import { statisticsAdapters } from '#functions/statistics/statistics-adapters.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { database, lambda, s3, sqs } from './clients.ts';
import { request } from './run.ts';

export const CENTRES: readonly string[] = ['rouen', 'lille'];
export const CODE_VERSION = '1.0.0+test';

interface Surroundings {
  readonly centres: readonly string[];
  readonly now: () => Date;
  readonly log: Log;
}

const common = {
  s3,
  database,
  bucket: 'the-bucket',
  table: 'the-table',
  /** A pause is one more moment at which the world may move on. */
  pause: () => request('pause', () => undefined),
};

/** The steps of ingest on the deployed adapters. */
export const ingestPorts = (surroundings: Surroundings): IngestPorts =>
  ingestAdapters({ ...common, ...surroundings, lambda, statisticsFunction: 'statistics' });

/** The steps of a statistics run on the deployed adapters. */
export const statisticsPorts = (surroundings: Surroundings): StatisticsPorts =>
  statisticsAdapters({
    ...common,
    ...surroundings,
    queue: sqs,
    uploadQueueUrl: 'the-queue',
    settings: SETTINGS,
    codeVersion: CODE_VERSION,
  });
