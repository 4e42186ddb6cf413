import type { S3Client } from '@aws-sdk/client-s3';
import type * as z from 'zod';
import type { AskedByCentre } from '#functions/desk/route.ts';
import { textReader } from '#functions/storage/conditional-object.ts';
import { inParallel } from '#functions/storage/in-parallel.ts';
import { historiesLister } from '#functions/storage/listed-versions.ts';
import type { DeskFile, filesSchema } from '#shared/desk/centre-api.ts';
import { deskFile } from '#shared/desk/file-state.ts';
import { parseJson } from '#shared/json.ts';
import { type Report, reportSchema } from '#shared/reports/report.ts';
import { reportKeys, uploadKey } from '#shared/storage/bucket-keys.ts';

const REPORTS_AT_ONCE = 8;

/** All files of the link's centre, with their state and history. */
export async function files({
  centre,
  rights: { s3 },
  settings: { bucket },
  now,
}: AskedByCentre): Promise<z.infer<typeof filesSchema>> {
  const folder = uploadKey(centre, '');
  const histories = await historiesLister(s3, bucket)(folder);
  const found: DeskFile[] = [];
  await inParallel(histories, REPORTS_AT_ONCE, async ([key, history]) => {
    const isWithdrawn = history.deletions.some(({ isLatest }) => isLatest);
    const report = isWithdrawn ? undefined : await storedReport(s3, bucket, key);
    found.push(deskFile(key.slice(folder.length), history, report));
  });
  return { now: now().toISOString(), files: found.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** The report on a file; undefined where there is none, or one of an older form, which will be written again. */
export async function storedReport(s3: S3Client, bucket: string, key: string): Promise<Report | undefined> {
  const stored = await textReader(s3, bucket)(reportKeys(key).json);
  return stored && reportSchema.safeParse(parseJson(stored.text)).data;
}
