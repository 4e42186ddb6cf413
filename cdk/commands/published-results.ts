import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { textReader } from '#functions/storage/conditional-object.ts';
import { manifestReader, resultIdsLister } from '#functions/storage/results.ts';
import { parseTables, parseTitles, type TitleOf } from '#shared/presentation/read-table.ts';
import { clearedResult } from '#shared/publication/cleared-result.ts';
import type { PublishedResult } from '#shared/publication/comparison/compare-results.ts';
import type { LatestResult } from '#shared/publication/latest-result.ts';
import type { Manifest } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import { CommandFailure } from './command.ts';
import type { StudyBucket } from './study-connection.ts';

/** The ids of the results in the bucket that begin so, in their order. */
export const resultIds = ({ s3, outputs }: StudyBucket, prefix = ''): Promise<readonly string[]> =>
  resultIdsLister(s3, outputs.BucketName)(prefix);

/** A result's manifest; undefined where it is not there, since it is written last. */
export const readManifest = ({ s3, outputs }: StudyBucket, id: string): Promise<Manifest | undefined> =>
  manifestReader(s3, outputs.BucketName)(id);

/** The manifest of a result that somebody means. */
export async function manifestOfResult(bucket: StudyBucket, id: string): Promise<Manifest> {
  const manifest = await readManifest(bucket, id);
  if (manifest !== undefined) return manifest;
  throw new CommandFailure({
    fr: `Le résultat ${id} n’a pas de manifeste : il n’a pas été publié en entier.`,
    en: `The result ${id} has no manifest: it was not published completely.`,
  });
}

/** The keys of a result's files, its report among them, as the bucket has them: a centre may not read the manifest, which names them. */
export async function resultKeys(
  { s3, outputs }: StudyBucket,
  id: string,
): Promise<Pick<LatestResult, 'tables' | 'manifest'>> {
  const folder = resultFolder(id);
  const manifest = folder + MANIFEST_FILE;
  const tables: string[] = [];
  const pages = paginateListObjectsV2({ client: s3 }, { Bucket: outputs.BucketName, Prefix: folder });
  for await (const { Contents = [] } of pages) {
    tables.push(...Contents.flatMap(({ Key }) => (Key === undefined || Key === manifest ? [] : [Key])));
  }
  return { tables, manifest };
}

/** One file of a result that its manifest names. */
export async function resultFile({ s3, outputs }: StudyBucket, id: string, file: string): Promise<string> {
  const stored = await textReader(s3, outputs.BucketName)(resultFolder(id) + file);
  if (stored !== undefined) return stored.text;
  if (file === TABLES_FILE) throw new CommandFailure(clearedResult(id));
  throw new CommandFailure({
    fr: `Le fichier ${file} manque au résultat ${id}.`,
    en: `The file ${file} of the result ${id} is missing.`,
  });
}

/** A result with all its tables, and what their codes stand for. */
export interface ReadResult extends PublishedResult {
  readonly titleOf: TitleOf;
}

export async function publishedResult(bucket: StudyBucket, id: string): Promise<ReadResult> {
  return readResult(await manifestOfResult(bucket, id), await resultFile(bucket, id, TABLES_FILE));
}

/** A result with its tables, or with its manifest alone where they were cleared. */
export async function resultToReproduce(
  bucket: StudyBucket,
  id: string,
): Promise<ReadResult | Pick<ReadResult, 'manifest'>> {
  const manifest = await manifestOfResult(bucket, id);
  const tables = await textReader(bucket.s3, bucket.outputs.BucketName)(resultFolder(id) + TABLES_FILE);
  return tables === undefined ? { manifest } : readResult(manifest, tables.text);
}

/** @param tablesJson its `tables.json` */
export const readResult = (manifest: Manifest, tablesJson: string): ReadResult => ({
  manifest,
  tables: parseTables(tablesJson),
  titleOf: parseTitles(tablesJson),
});
