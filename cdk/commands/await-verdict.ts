import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { identityReader } from '#functions/storage/object-identity.ts';
import { reportReader } from '#functions/storage/reports.ts';
import type { Report } from '#shared/reports/report.ts';
import { reportKeys, uploadKey } from '#shared/storage/bucket-keys.ts';
import type { CentreFile } from '#shared/validation/examine-centre.ts';
import { awaited, type Waiting } from './awaited.ts';
import { CommandFailure } from './command.ts';

/** A file that was put into the bucket, as the version that S3 made of it. */
export interface Deposit {
  readonly key: string;
  readonly versionId: string;
}

export async function deposit(
  s3: S3Client,
  bucket: string,
  centre: string,
  { name, bytes }: CentreFile,
): Promise<Deposit> {
  const key = uploadKey(centre, name);
  const { VersionId } = await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
  if (VersionId === undefined) throw new Error(`the bucket ${bucket} keeps no versions`);
  return { key, versionId: VersionId };
}

const PATIENCE_MILLISECONDS = 15 * 60 * 1000;

/** Waits for the report on exactly this version of the file. */
export async function awaitVerdict(
  s3: S3Client,
  bucket: string,
  { key, versionId }: Deposit,
  terminal: Waiting,
): Promise<Report> {
  const readReport = reportReader(s3, bucket);
  const readIdentity = identityReader(s3, bucket);
  const what = { fr: `le verdict sur ${key}`, en: `the verdict on ${key}` };
  const found = await awaited(terminal, { what, patienceMilliseconds: PATIENCE_MILLISECONDS }, async () => {
    const report = await readReport(key);
    if (report?.versionId === versionId) return report;
    // Somebody dropped the same name again, or deleted it: this version will never be answered.
    if (report !== undefined && (await readIdentity(key))?.versionId !== versionId) {
      throw new CommandFailure({
        fr: `${key} a été remplacé ou supprimé entre-temps ; son rapport ne porte pas sur ce dépôt.`,
        en: `${key} was replaced or deleted meanwhile; its report is not about this upload.`,
      });
    }
    return undefined;
  });
  if (found !== undefined) return found;
  throw new CommandFailure({
    fr: `Pas de verdict sur ${key} après ${PATIENCE_MILLISECONDS / 60_000} minutes. Le fichier est déposé ; le rapport paraîtra dans ${reportKeys(key).text}.`,
    en: `No verdict on ${key} after ${PATIENCE_MILLISECONDS / 60_000} minutes. The file is there; its report will appear in ${reportKeys(key).text}.`,
  });
}
