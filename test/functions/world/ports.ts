import type { IngestPorts } from '#functions/ingest/ingest-upload.ts';
import { otherRowsReader } from '#functions/ingest/other-rows.ts';
import { reportReader, reportWriter } from '#functions/ingest/report-store.ts';
import { rowStager } from '#functions/ingest/row-stager.ts';
import { statisticsRequester } from '#functions/ingest/statistics-request.ts';
import { objectReader, versionReader } from '#functions/ingest/uploaded-object.ts';
import type { Log } from '#functions/log.ts';
import { hintSender } from '#functions/statistics/hint-sender.ts';
import { uploadsLister } from '#functions/statistics/listed-uploads.ts';
import type { StatisticsPorts } from '#functions/statistics/run-statistics.ts';
import { studyRowsReader } from '#functions/statistics/study-rows.ts';
import { batchWriter } from '#functions/storage/batch-write.ts';
import { conditionalWriter, etagReader, textReader } from '#functions/storage/conditional-object.ts';
import { headReader, headsReader, headWriter } from '#functions/storage/heads.ts';
import { rowKeysReader, rowLinesReader, rowsReader } from '#functions/storage/rows.ts';
import {
  generationAnnouncer,
  generationClaimer,
  generationForgetter,
  generationRetirer,
  stagedGenerationsReader,
} from '#functions/storage/staged-generations.ts';
import { database, lambda, s3, sqs } from './clients.ts';
import { request } from './run.ts';

export const CENTRES = ['rouen', 'lille'] as const;
export const CODE_VERSION = '1.0.0+test';

const BUCKET = 'the-bucket';
const TABLE = 'the-table';

/** A pause is one more moment at which the world may move on. */
const pause = () => request('pause', () => undefined);

interface Surroundings {
  readonly now: () => Date;
  readonly log: Log;
}

/** The steps of ingest on the deployed adapters, as its handler puts them together. */
export const ingestPorts = ({ now, log }: Surroundings): IngestPorts => ({
  centres: CENTRES,
  now: () => now().toISOString(),
  pause,
  log,
  readObject: objectReader(s3, BUCKET),
  readVersion: versionReader(s3, BUCKET),
  readHead: headReader(database, TABLE),
  commitHead: headWriter(database, TABLE),
  readRows: rowsReader(database, TABLE),
  readOtherRows: otherRowsReader(rowLinesReader(database, TABLE)),
  stageRows: rowStager({
    announceGeneration: generationAnnouncer(database, TABLE),
    writeAll: batchWriter(database, TABLE, pause),
  }),
  retireGeneration: generationRetirer(database, TABLE),
  askForStatistics: statisticsRequester(lambda, 'statistics'),
  readReport: reportReader({ readText: textReader(s3, BUCKET), readEtag: etagReader(s3, BUCKET) }),
  writeReport: reportWriter(conditionalWriter(s3, BUCKET)),
});

/** The steps of a statistics run on the deployed adapters, as its handler puts them together. */
export const statisticsPorts = ({ now, log }: Surroundings): StatisticsPorts => ({
  codeVersion: CODE_VERSION,
  now,
  pause,
  log,
  readHeads: headsReader(database, TABLE),
  readStudyRows: studyRowsReader(rowsReader(database, TABLE)),
  readText: textReader(s3, BUCKET),
  writeOver: conditionalWriter(s3, BUCKET),
  listUploads: uploadsLister(s3, BUCKET),
  sendHint: hintSender(sqs, 'the-queue'),
  readStagedGenerations: stagedGenerationsReader(database, TABLE),
  claimGeneration: generationClaimer(database, TABLE),
  readRowKeys: rowKeysReader(database, TABLE),
  writeAll: batchWriter(database, TABLE, pause),
  forgetGeneration: generationForgetter(database, TABLE),
});
