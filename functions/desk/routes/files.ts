import type * as z from 'zod';
import type { AskedByCentre } from '#functions/desk/route.ts';
import { inParallel } from '#functions/storage/in-parallel.ts';
import { historiesLister } from '#functions/storage/listed-versions.ts';
import { reportReader } from '#functions/storage/reports.ts';
import type { DeskFile, filesSchema } from '#shared/desk/centre-api.ts';
import { deskFile } from '#shared/desk/file-state.ts';
import { uploadKey } from '#shared/storage/bucket-keys.ts';

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
  const readReport = reportReader(s3, bucket);
  const found: DeskFile[] = [];
  await inParallel(histories, REPORTS_AT_ONCE, async ([key, history]) => {
    const isWithdrawn = history.deletions.some(({ isLatest }) => isLatest);
    const report = isWithdrawn ? undefined : await readReport(key);
    found.push(deskFile(key.slice(folder.length), history, report));
  });
  return { now: now().toISOString(), files: found.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}
