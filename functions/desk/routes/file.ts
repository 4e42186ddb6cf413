import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import type * as z from 'zod';
import { CSV_TYPE } from '#functions/desk/presigned.ts';
import { DeskRefusal } from '#functions/desk/refusal.ts';
import { type DeskRequest, queryValue } from '#functions/desk/request.ts';
import type { AskedByCentre } from '#functions/desk/route.ts';
import { versionsLister } from '#functions/storage/listed-versions.ts';
import type { Link } from '#shared/desk/api.ts';
import type { withdrawnSchema } from '#shared/desk/centre-api.ts';
import { isObjectName } from '#shared/desk/file-name.ts';
import { uploadKey } from '#shared/storage/bucket-keys.ts';
import type { LiveVersions } from '#shared/storage/live-versions.ts';

/** The name of a file in the query; it cannot lead out of the centre's folder. */
export function askedName(request: DeskRequest): string {
  const name = queryValue(request, 'name');
  if (!isObjectName(name)) throw new DeskRefusal('unusable_name');
  return name;
}

async function liveFile({ centre, request, rights: { s3 }, settings: { bucket } }: AskedByCentre) {
  const name = askedName(request);
  const version = queryValue(request, 'version');
  const key = uploadKey(centre, name);
  const live: LiveVersions | undefined = await versionsLister(s3, bucket)(key);
  if (live === undefined) throw new DeskRefusal('no_such_file');
  return { name, version, key, live };
}

/** Where a version of one of the centre's files can be read for some minutes. */
export async function file(asked: AskedByCentre): Promise<Link> {
  const { name, version, key, live } = await liveFile(asked);
  if (!live.versions.some(({ versionId }) => versionId === version)) throw new DeskRefusal('no_such_file');
  return asked.rights.presigner.link({ key, versionId: version, contentType: CSV_TYPE, savedAs: name });
}

/** Withdraws a file, if its newest version is still the one that was seen. Its versions stay in the bucket. */
export async function withdraw(asked: AskedByCentre): Promise<z.infer<typeof withdrawnSchema>> {
  const { name, version, key, live } = await liveFile(asked);
  if (live.newest.versionId !== version) throw new DeskRefusal('file_changed');
  const { rights, settings, now } = asked;
  await rights.s3.send(new DeleteObjectCommand({ Bucket: settings.bucket, Key: key }));
  return { name, at: now().toISOString() };
}
