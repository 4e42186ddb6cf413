import { type FreedPorts, hintAtFreedUploads } from './freed-uploads.ts';
import { type PublishPorts, publishResults } from './publish-results.ts';
import { type ReconcilePorts, reconcileUploads } from './reconcile-uploads.ts';
import { type SweepPorts, sweepGenerations } from './sweep-generations.ts';

export type StatisticsPorts = PublishPorts & FreedPorts & ReconcilePorts & SweepPorts;

/** Who started the run: an upload that changed the data, or the clock. */
export type Source = 'upload' | 'schedule';

/**
 * An upload may have freed others. The clock's run repairs: it looks for any event that was lost, clears what is no
 * longer used, and checks what is published.
 */
export async function runStatistics(ports: StatisticsPorts, source: Source): Promise<string> {
  if (source === 'upload') {
    await hintAtFreedUploads(ports);
    return publishResults(ports, { verify: false });
  }
  await reconcileUploads(ports);
  const id = await publishResults(ports, { verify: true });
  // Last: rows that are left a night longer harm nobody.
  await sweepGenerations(ports);
  return id;
}
