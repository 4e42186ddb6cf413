import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { awaited, type Waiting } from '#cdk/commands/awaited.ts';
import { CommandFailure } from '#cdk/commands/command.ts';
import { textReader } from '#functions/storage/conditional-object.ts';
import { headsReader } from '#functions/storage/heads.ts';
import { identityReader } from '#functions/storage/object-identity.ts';
import { parseJson } from '#shared/json.ts';
import { reportSchema } from '#shared/reports/report.ts';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import type { CentreHead, UploadedFile } from '#shared/storage/centre-head.ts';
import type { ErasedStudy } from './erased-study.ts';

/** As long as an ingest may run, and its message wait for its turn. */
const PATIENCE_MILLISECONDS = 15 * 60 * 1000;

const IN_THE_QUEUE = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/**
 * Waits until no message about uploads waits or is being handled, for as long as SQS may not know of one yet; a queue that
 * never rests holds up nobody.
 */
export async function uploadsAtRest(
  {
    queue,
    outputs,
    queueDelayMilliseconds,
  }: Pick<ErasedStudy, 'queue' | 'outputs' | 'queueDelayMilliseconds'>,
  terminal: Waiting,
): Promise<void> {
  const what = { fr: 'la file des dépôts', en: 'the queue of uploads' };
  let restsSince: number | undefined;
  await awaited(terminal, { what, patienceMilliseconds: PATIENCE_MILLISECONDS }, async () => {
    const { Attributes = {} } = await queue.send(
      new GetQueueAttributesCommand({ QueueUrl: outputs.UploadQueueUrl, AttributeNames: [...IN_THE_QUEUE] }),
    );
    if (!IN_THE_QUEUE.every((name) => Attributes[name] === '0')) {
      restsSince = undefined;
      return undefined;
    }
    restsSince ??= Date.now();
    return Date.now() - restsSince >= queueDelayMilliseconds || undefined;
  });
}

/** What all heads say of a file; undefined where none names it. */
export const recordOf = (heads: readonly CentreHead[], key: string): UploadedFile | undefined =>
  heads.map(({ files }) => files[key]).find((file) => file !== undefined);

/**
 * Waits until ingest has withdrawn a file that is gone: no head names it, and its report says so, if it has one. Where
 * somebody uploaded another one meanwhile, there is nothing to wait for.
 */
export async function withdrawn(
  { s3, database, outputs }: ErasedStudy,
  key: string,
  terminal: Waiting,
): Promise<void> {
  const readHeads = headsReader(database, outputs.TableName);
  const readText = textReader(s3, outputs.BucketName);
  const readIdentity = identityReader(s3, outputs.BucketName);
  await settled(key, terminal, async () => {
    if ((await readIdentity(key)) !== undefined) return true;
    if (recordOf(await readHeads(), key) !== undefined) return false;
    const report = await readText(reportKeys(key).json);
    return (
      report === undefined || reportSchema.safeParse(parseJson(report.text)).data?.verdict === 'withdrawn'
    );
  });
}

/** Waits until no version of these is in force any more. */
export async function outOfForce(
  { database, outputs }: ErasedStudy,
  key: string,
  versionIds: ReadonlySet<string>,
  terminal: Waiting,
): Promise<void> {
  const readHeads = headsReader(database, outputs.TableName);
  await settled(key, terminal, async () => {
    const inForce = recordOf(await readHeads(), key)?.inForce;
    return !versionIds.has(inForce?.versionId ?? '');
  });
}

async function settled(key: string, terminal: Waiting, isSettled: () => Promise<boolean>): Promise<void> {
  const what = { fr: `l’examen de ${key}`, en: `the examination of ${key}` };
  const wait = { what, patienceMilliseconds: PATIENCE_MILLISECONDS };
  const done = await awaited(terminal, wait, async () => (await isSettled()) || undefined);
  if (done !== undefined) return;
  throw new CommandFailure({
    fr: `${key} n’est pas encore examiné après ${PATIENCE_MILLISECONDS / 60_000} minutes ; l’effacement est inachevé : relancez la même commande, elle reprend où elle en est.`,
    en: `${key} is not examined yet after ${PATIENCE_MILLISECONDS / 60_000} minutes; the erasure is not complete: run the same command again, it goes on from there.`,
  });
}
