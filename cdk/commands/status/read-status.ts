import { latestResult } from '#cdk/commands/latest-results.ts';
import { readManifest } from '#cdk/commands/published-results.ts';
import type { StudyConnection } from '#cdk/commands/study-connection.ts';
import { unsettledUploads } from '#functions/statistics/unsettled-uploads.ts';
import { awaitedReader } from '#functions/storage/awaited-uploads.ts';
import { headsReader } from '#functions/storage/heads.ts';
import { uploadsLister, versionsLister } from '#functions/storage/listed-versions.ts';
import { reportsReader } from '#functions/storage/reports.ts';
import { generationChecker } from '#functions/storage/whole-generation.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { deployedSettings } from './deployed-settings.ts';
import { queueDepth } from './queue-depth.ts';
import type { StatusSources } from './study-status.ts';

/** Reads how the study stands: its bucket, table, queues and latest result. Nothing is changed. */
export async function readStatus(study: StudyConnection, now: Date): Promise<StatusSources> {
  const { s3, database, queue, lambda, outputs } = study;
  const { centres, rules } = await deployedSettings(lambda, outputs.StatisticsFunctionName);
  // The listing before the heads: what is recorded meanwhile is known, and not taken for unanswered.
  const uploads = await uploadsLister(s3, outputs.BucketName, UPLOADS)();
  const heads = await headsReader(database, outputs.TableName)();
  const notes = await awaitedReader(database, outputs.TableName)();
  const awaited = new Map([...notes].filter(([, { wanted }]) => wanted === 'file'));
  const latest = await latestResult(study);
  const manifest = latest && (await readManifest(study, latest.id));
  const ports = {
    listVersions: versionsLister(s3, outputs.BucketName),
    isWhole: generationChecker(database, outputs.TableName),
  };
  const unsettled = await unsettledUploads(ports, {
    rules,
    centres,
    heads,
    latestInputs: new Map(manifest?.inputs.map(({ key, versionId }) => [key, versionId])),
    uploads,
    awaited: new Set([...awaited.keys(), ...(manifest?.pending ?? []).map(({ key }) => key)]),
    lackingRows: new Set(),
  });
  const [waiting, givenUp, failed, failedReports] = await Promise.all(
    [
      outputs.UploadQueueUrl,
      outputs.DeadLetterQueueUrl,
      outputs.StatisticsFailureQueueUrl,
      outputs.ReportFailureQueueUrl,
    ].map((url) => queueDepth(queue, url)),
  );
  const whole = (depth = { waiting: 0, inWork: 0 }) => depth.waiting + depth.inWork;
  return {
    now: now.toISOString(),
    centres,
    heads,
    uploads,
    reports: await reportsReader(s3, outputs.BucketName)(heads),
    unsettled,
    awaitedSince: new Map([...awaited].map(([key, { since }]) => [key, since])),
    latest,
    manifest,
    queues: {
      uploads: waiting ?? { waiting: 0, inWork: 0 },
      uploadsGivenUp: whole(givenUp),
      failedComputations: whole(failed),
      failedReports: whole(failedReports),
    },
  };
}
