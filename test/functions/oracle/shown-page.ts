import { TABLES_FILE } from '#shared/publication/table-files.ts';
import type { RenderReport } from '#shared/result-report/report-files.ts';
import {
  LATEST_REPORT,
  MANIFEST_FILE,
  REPORT_FILE,
  RESULTS,
  resultFolder,
} from '#shared/storage/bucket-keys.ts';
import type { Bucket } from '../world/bucket.ts';
import { textAt } from '../world/text-at.ts';

type InBucket = { readonly bucket: Bucket };

/** What a release makes of a published result, without the report function. */
export const reportOf = (world: InBucket, id: string, render: RenderReport): ReadonlyMap<string, string> =>
  render(textAt(world, resultFolder(id) + TABLES_FILE), textAt(world, resultFolder(id) + MANIFEST_FILE));

/**
 * What is wrong with the page that everybody opens, at the moment when it is written: it must be that of a published
 * result, made by a release that was deployed, with all its other files beside it.
 */
export function wrongShown(world: InBucket, releases: readonly RenderReport[]): readonly string[] {
  const shown = textAt(world, LATEST_REPORT);
  const ids = world.bucket
    .keys(RESULTS)
    .filter((key) => key.endsWith(`/${MANIFEST_FILE}`))
    .map((key) => key.slice(RESULTS.length, -MANIFEST_FILE.length - 1));
  const isThere = (id: string, name: string) => world.bucket.current(resultFolder(id) + name) !== undefined;
  const isJustified = ids.some((id) =>
    releases
      .map((render) => reportOf(world, id, render))
      .some(
        (files) => files.get(REPORT_FILE) === shown && [...files.keys()].every((name) => isThere(id, name)),
      ),
  );
  return isJustified ? [] : ['the page that everybody opens is that of no result whose report is whole'];
}
