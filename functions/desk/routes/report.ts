import type * as z from 'zod';
import { CSV_TYPE } from '#functions/desk/presigned.ts';
import { DeskRefusal } from '#functions/desk/refusal.ts';
import { queryValue } from '#functions/desk/request.ts';
import type { AskedByCentre } from '#functions/desk/route.ts';
import { identityReader } from '#functions/storage/object-identity.ts';
import { reportReader } from '#functions/storage/reports.ts';
import type { Link } from '#shared/desk/api.ts';
import type { reportAnswerSchema } from '#shared/desk/centre-api.ts';
import { reportKeys, uploadKey } from '#shared/storage/bucket-keys.ts';
import { askedName } from './file.ts';

/** The report on a version of a file; none while it is not written yet. */
export async function report({
  centre,
  request,
  rights: { s3 },
  settings: { bucket },
}: AskedByCentre): Promise<z.infer<typeof reportAnswerSchema>> {
  const key = uploadKey(centre, askedName(request));
  const version = queryValue(request, 'version');
  const stored = await reportReader(s3, bucket)(key);
  return { report: stored?.versionId === version ? stored : null };
}

/** Where the sender's file with what is wrong in each row can be read for some minutes. */
export async function annotated({
  centre,
  request,
  rights: { s3, presigner },
  settings: { bucket },
}: AskedByCentre): Promise<Link> {
  const name = askedName(request);
  const { annotated: key } = reportKeys(uploadKey(centre, name));
  if ((await identityReader(s3, bucket)(key)) === undefined) throw new DeskRefusal('no_such_file');
  return presigner.link({ key, contentType: CSV_TYPE, savedAs: `${name}.annotated.csv` });
}
