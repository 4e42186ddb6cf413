import type * as z from 'zod';
import type { Asked } from '#functions/desk/route.ts';
import { identityReader } from '#functions/storage/object-identity.ts';
import { latestReader } from '#functions/storage/results.ts';
import type { latestAnswerSchema } from '#shared/desk/api.ts';
import { LATEST_REPORT } from '#shared/storage/bucket-keys.ts';

/** The latest result, and where its page can be read for some minutes: at the bucket's address, not at the desk's. */
export async function latest({
  rights: { s3, presigner },
  settings: { bucket },
}: Asked): Promise<z.infer<typeof latestAnswerSchema>> {
  const published = await latestReader(s3, bucket)();
  if (published === undefined) return { latest: null };
  const isThere = (await identityReader(s3, bucket)(LATEST_REPORT)) !== undefined;
  const { id, publishedAt } = published;
  const contentType = 'text/html; charset=utf-8';
  const page = isThere ? await presigner.link({ key: LATEST_REPORT, contentType }) : null;
  return { latest: { id, publishedAt, page } };
}
