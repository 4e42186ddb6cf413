import { DeleteObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { awaitVerdict } from '#cdk/commands/await-verdict.ts';
import type { Waiting } from '#cdk/commands/awaited.ts';
import { CommandFailure } from '#cdk/commands/command.ts';
import { readVersion } from '#cdk/commands/object-version.ts';
import { hintSender } from '#functions/statistics/hint-sender.ts';
import { conditionalWriter } from '#functions/storage/conditional-object.ts';
import { headsReader } from '#functions/storage/heads.ts';
import { versionsLister } from '#functions/storage/listed-versions.ts';
import { identityReader, type ObjectIdentity } from '#functions/storage/object-identity.ts';
import { replacementOf, type SearchedVersion } from '#shared/erasure/replacement.ts';
import { withoutPatient } from '#shared/erasure/without-patient.ts';
import type { ErasedStudy } from './erased-study.ts';
import { searchVersion } from './search.ts';
import { storedVersions } from './stored-versions.ts';
import { outOfForce, recordOf, withdrawn } from './study-at-rest.ts';

interface HoldingFile {
  readonly key: string;
  /** The versions that will be erased. */
  readonly erased: ReadonlySet<string>;
  readonly patient: string;
}

/** Puts a file without the patient on top of the versions that hold him, and waits until none of these is in force. */
export async function replaceFile(
  study: ErasedStudy,
  { key, erased, patient }: HoldingFile,
  terminal: Waiting,
): Promise<void> {
  const { s3, database, queue, outputs } = study;
  const bucket = outputs.BucketName;
  const live = await versionsLister(s3, bucket)(key);
  if (live !== undefined) {
    const { newest } = live;
    const examined = async (versionId: string) => {
      await hintSender(queue, outputs.UploadQueueUrl)(key);
      await awaitVerdict(s3, bucket, { key, versionId }, terminal);
    };
    await examined(newest.versionId);
    const inForce = recordOf(await headsReader(database, outputs.TableName)(), key)?.inForce;
    const searched: SearchedVersion[] = [];
    for (const version of live.versions) {
      const { outcome } = await searchVersion(s3, bucket, { key, ...version }, patient);
      searched.push({
        versionId: version.versionId,
        // What came meanwhile holds him as it is, until the next time.
        outcome: outcome === 'unsearchable' || !erased.has(version.versionId) ? 'not there' : outcome,
      });
    }
    const { deletion, puts } = replacementOf(searched, inForce?.versionId);
    let on: ObjectIdentity | undefined = await standing(study, key, newest.versionId);
    if (deletion) {
      await deleteFile(study, key, on);
      on = undefined;
      terminal.report(terminal.say({ fr: `${key} : supprimé`, en: `${key}: deleted` }));
    }
    for (const versionId of puts) {
      on = await putWithout(study, { key, versionId, patient }, on);
      terminal.report(
        terminal.say({
          fr: `${key} : nouvelle version sans ce patient, en attente du verdict …`,
          en: `${key}: new version without this patient, waiting for the verdict …`,
        }),
      );
      await examined(on.versionId);
    }
    if (deletion && puts.length === 0) {
      await hintSender(queue, outputs.UploadQueueUrl)(key);
      await withdrawn(study, key, terminal);
    }
  }
  // A newest version that merely goes leaves the one in force where it is, which does not hold him.
  await outOfForce(study, key, erased, terminal);
}

const replacedMeanwhile = (key: string) =>
  new CommandFailure({
    fr: `${key} a été remplacé ou supprimé pendant l’effacement ; rien de ce dépôt n’est touché. Relancez la même commande : elle reprend où elle en est.`,
    en: `${key} was replaced or deleted during the erasure; nothing of that upload is touched. Run the same command again: it goes on from there.`,
  });

async function standing(
  { s3, outputs }: ErasedStudy,
  key: string,
  versionId: string,
): Promise<ObjectIdentity> {
  const identity = await identityReader(s3, outputs.BucketName)(key);
  if (identity?.versionId !== versionId) throw replacedMeanwhile(key);
  return identity;
}

/** Puts a version again without the patient, over exactly that object, or where none is. */
async function putWithout(
  study: ErasedStudy,
  { key, versionId, patient }: { readonly key: string; readonly versionId: string; readonly patient: string },
  over: ObjectIdentity | undefined,
): Promise<ObjectIdentity> {
  const { s3 } = study;
  const bucket = study.outputs.BucketName;
  const bytes = await readVersion(study, { key, versionId });
  if (bytes === undefined) throw replacedMeanwhile(key);
  const without = withoutPatient(bytes, patient);
  const body = without.outcome === 'others left' ? without.bytes : bytes;
  const written = await conditionalWriter(s3, bucket)(
    { key, body, contentType: 'text/csv' },
    over?.etag ?? null,
  );
  const identity = await identityReader(s3, bucket)(key);
  if (written === 'overtaken' || identity?.etag !== written.etag) throw replacedMeanwhile(key);
  return identity;
}

/** Deletes a file, only if exactly that object stands there. */
async function deleteFile(
  { s3, outputs }: ErasedStudy,
  key: string,
  { etag, versionId }: ObjectIdentity,
): Promise<void> {
  const deletion = { Bucket: outputs.BucketName, Key: key };
  try {
    await s3.send(new DeleteObjectCommand({ ...deletion, IfMatch: etag }));
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status === 412 || status === 409 || status === 404) throw replacedMeanwhile(key);
    if (status !== 501) throw error;
    // LocalStack knows no condition of a deletion. Then the marker is taken back where it hides an upload.
    const { VersionId } = await s3.send(new DeleteObjectCommand(deletion));
    const all = await storedVersions(s3, outputs.BucketName, key);
    const newest = all.find((version) => version.key === key && !version.isMarker);
    if (newest?.versionId === versionId) return;
    await s3.send(new DeleteObjectCommand({ ...deletion, VersionId }));
    throw replacedMeanwhile(key);
  }
}
