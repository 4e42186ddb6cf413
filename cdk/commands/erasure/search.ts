import type { S3Client } from '@aws-sdk/client-s3';
import { versionBody } from '#functions/storage/version-body.ts';
import { streamMentions } from '#shared/erasure/mentions.ts';
import { type WithoutPatient, withoutPatient } from '#shared/erasure/without-patient.ts';
import { LARGEST_FILE_BYTES } from '#shared/validation/limits.ts';
import type { StoredVersion } from './stored-versions.ts';
import { unpackedMentions } from './unpacked.ts';

/** What is found in a version; `unsearchable` where it cannot be read, or is packed in a way that cannot be opened here. */
export type Found = WithoutPatient | { readonly outcome: 'unsearchable' };

type SearchedObject = Pick<StoredVersion, 'key' | 'versionId' | 'sizeInBytes'>;

/** What an uploaded version is without a patient; one that is gone by now holds nobody. */
export async function searchVersion(
  s3: S3Client,
  bucket: string,
  version: SearchedObject,
  patient: string,
): Promise<Found> {
  const body = await versionBody(s3, bucket, version);
  if (body === undefined) return { outcome: 'not there' };
  if (typeof body === 'string') return { outcome: 'unsearchable' };
  if (version.sizeInBytes > LARGEST_FILE_BYTES) {
    // Refused unread when it came, so nobody ever read its lines.
    const mentioned = await streamMentions(body.transformToWebStream(), patient);
    return { outcome: mentioned ? 'not by lines' : 'not there' };
  }
  const bytes = await body.transformToByteArray();
  const found = withoutPatient(bytes, patient);
  if (found.outcome !== 'not there') return found;
  const packed = unpackedMentions(bytes, patient);
  return { outcome: packed === true ? 'not by lines' : packed === false ? 'not there' : 'unsearchable' };
}

/** Whether a version of a report, which is text, mentions a patient. */
export async function mentions(
  s3: S3Client,
  bucket: string,
  version: SearchedObject,
  patient: string,
): Promise<boolean> {
  const body = await versionBody(s3, bucket, version);
  if (typeof body === 'string') throw new Error(`a report cannot be read: ${body}`);
  return body !== undefined && (await streamMentions(body.transformToWebStream(), patient));
}
