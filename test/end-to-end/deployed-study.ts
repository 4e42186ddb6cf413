import { setTimeout } from 'node:timers/promises';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { awaitVerdict, type Deposit, deposit } from '#cdk/commands/await-verdict.ts';
import type { Waiting } from '#cdk/commands/awaited.ts';
import { readCohort } from '#cdk/commands/files.ts';
import { latestResult, resultFiles } from '#cdk/commands/latest-results.ts';
import { documentClient, queueClient, s3Client } from '#functions/clients.ts';
import { lambdaClient } from '#functions/lambda-client.ts';
import { conditionalWriter, textReader } from '#functions/storage/conditional-object.ts';
import { headReader } from '#functions/storage/heads.ts';
import { bothLanguages } from '#shared/language.ts';
import { type Manifest, manifestSchema } from '#shared/publication/manifest.ts';
import { type Report, reportSchema } from '#shared/reports/report.ts';
import { MANIFEST_FILE, reportKeys } from '#shared/storage/bucket-keys.ts';
import { stack } from './own-stack.ts';

Object.assign(process.env, stack.environment);

export const outputs = stack.outputs;
export const s3 = s3Client(process.env);
export const queues = queueClient();
export const lambda = lambdaClient();
export const readText = textReader(s3, outputs.BucketName);
export const writeOver = conditionalWriter(s3, outputs.BucketName);
export const readHead = headReader(documentClient(), outputs.TableName, (centre) => {
  throw new Error(`the head of ${centre} is damaged`);
});

const PATIENCE_MILLISECONDS = 120_000;

/** Looks again and again until there is something to see. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end; ) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await setTimeout(300);
  }
  throw new Error(`not seen in time: ${what}`);
}

/** What the commands' own waits need: nobody is told anything. */
export const silently = (): Waiting => ({
  say: bothLanguages,
  report: () => {},
  signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
});

const verdictOn = (dropped: Deposit): Promise<Report> =>
  awaitVerdict(s3, outputs.BucketName, dropped, silently());

/** Drops a file into a centre's folder and waits for the verdict on exactly this version. */
export async function drop(
  centre: string,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<Report> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return verdictOn(await deposit(s3, outputs.BucketName, centre, { name, bytes }));
}

/** Drops all files of a cohort at once, as its centres may; or those of some centres. */
export async function dropCohort(folder: string, centres?: readonly string[]): Promise<readonly Report[]> {
  const deposits: Promise<Deposit>[] = [];
  for (const [centre, files] of await readCohort(folder)) {
    if (centres?.includes(centre) === false) continue;
    for (const file of files) deposits.push(deposit(s3, outputs.BucketName, centre, file));
  }
  return Promise.all((await Promise.all(deposits)).map(verdictOn));
}

/** Writes an object, whatever is there, without waiting for anything. */
export async function overwrite(key: string, content: string): Promise<void> {
  await s3.send(
    new PutObjectCommand({ Bucket: outputs.BucketName, Key: key, Body: new TextEncoder().encode(content) }),
  );
}

export async function remove(key: string): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket: outputs.BucketName, Key: key }));
}

export async function readReport(key: string): Promise<Report | undefined> {
  const stored = await readText(reportKeys(key).json);
  return stored && reportSchema.parse(JSON.parse(stored.text));
}

export interface Published {
  readonly manifest: Manifest;
  /** The files of the result by name, the manifest left out. */
  readonly tables: ReadonlyMap<string, string>;
}

export async function published(): Promise<Published | undefined> {
  const latest = await latestResult({ s3, outputs });
  if (latest === undefined) return undefined;
  const { [MANIFEST_FILE]: manifest = '', ...tables } = Object.fromEntries(
    await resultFiles({ s3, outputs }, latest),
  );
  return { manifest: manifestSchema.parse(JSON.parse(manifest)), tables: new Map(Object.entries(tables)) };
}

/** Waits for a published result that is made of exactly the versions in force after these reports. */
export function publishedFrom(reports: readonly Report[]): Promise<Published> {
  return eventually('a result of these files', async () => {
    const result = await published();
    const inputs = result?.manifest.inputs ?? [];
    const contained = reports.every(({ file, versionId }) =>
      inputs.some((input) => input.key === file && input.versionId === versionId),
    );
    return contained ? result : undefined;
  });
}

/** Waits for a published result without this file. */
export const publishedWithout = (key: string): Promise<Published> =>
  eventually(`a result without ${key}`, async () => {
    const result = await published();
    return result?.manifest.inputs.every((input) => input.key !== key) ? result : undefined;
  });
