import { LATEST_REPORT, REPORT_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import { textAt } from '../world/text-at.ts';
import type { World } from '../world/world.ts';
import { latestIn } from './published.ts';
import { reportOf } from './shown-page.ts';

/**
 * What is wrong with the report of the latest result, once the clock has struck: all its files must say what today's release
 * makes of its tables, and `latest.html` the same as its page.
 */
export function wrongReportOfLatest(world: World): readonly string[] {
  const latest = latestIn(world);
  if (latest === undefined) return [];
  const files = reportOf(world, latest.id, world.renderOf(world.deployment()));
  const isOther = (key: string, content: string | undefined) => textAt(world, key) !== content;
  return [
    ...[...files]
      .filter(([name, content]) => isOther(resultFolder(latest.id) + name, content))
      .map(([name]) => `${name} of ${latest.id} is not what its tables give`),
    ...(isOther(LATEST_REPORT, files.get(REPORT_FILE))
      ? [`the page that everybody opens is not that of the latest result ${latest.id}`]
      : []),
  ];
}
