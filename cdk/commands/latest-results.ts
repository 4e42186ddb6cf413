import { S3ServiceException } from '@aws-sdk/client-s3';
import { textReader } from '#functions/storage/conditional-object.ts';
import { latestReader } from '#functions/storage/results.ts';
import type { LatestResult } from '#shared/publication/latest-result.ts';
import { RESULTS } from '#shared/storage/bucket-keys.ts';
import { CommandFailure } from './command.ts';
import type { StudyBucket } from './study-connection.ts';

/** Which result is published now; undefined before the first one. */
export const latestResult = ({ s3, outputs }: StudyBucket): Promise<LatestResult | undefined> =>
  latestReader(s3, outputs.BucketName)();

/**
 * The files of a published result by their names in its folder. The manifest names all centres' files, so a centre's own
 * credentials may not read it: it is left out then.
 */
export async function resultFiles(
  { s3, outputs }: StudyBucket,
  { tables, manifest }: Pick<LatestResult, 'tables' | 'manifest'>,
): Promise<ReadonlyMap<string, string>> {
  const readText = textReader(s3, outputs.BucketName);
  const files = new Map<string, string>();
  for (const key of [...tables, manifest]) {
    try {
      const stored = await readText(key);
      if (stored !== undefined) files.set(nameOf(key), stored.text);
    } catch (error) {
      const forbidden = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403;
      if (!forbidden || key !== manifest) throw error;
    }
  }
  return files;
}

/** `figures/flow.fr.svg` of `results/<id>/figures/flow.fr.svg`. */
const nameOf = (key: string): string => key.slice(RESULTS.length).replace(/^[^/]*\//, '');

export const nothingPublished = (): CommandFailure =>
  new CommandFailure({
    fr: 'Aucun résultat n’est encore publié. Déposez d’abord des fichiers : npm run ctmri -- upload CENTRE FICHIER…',
    en: 'No result is published yet. Drop files first: npm run ctmri -- upload CENTRE FILE…',
  });
