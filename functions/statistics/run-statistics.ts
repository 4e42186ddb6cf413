import { type PublishPorts, publishResults } from './publish-results.ts';
import { type ReconcilePorts, reconcileUploads } from './reconcile-uploads.ts';
import { type SweepPorts, sweepGenerations } from './sweep-generations.ts';
import { hintAtUnblockedUploads, type UnblockedPorts } from './unblocked-uploads.ts';

export type StatisticsPorts = PublishPorts & UnblockedPorts & ReconcilePorts & SweepPorts;

/** Who started the run: an upload that changed the data, or the clock. */
export type Source = 'upload' | 'schedule';

/**
 * After an upload, files that were refused over its rows may be acceptable. The clock's run repairs: it looks for any event
 * that was lost, deletes the rows that are no longer used, and checks what is published.
 */
export async function runStatistics(ports: StatisticsPorts, source: Source): Promise<string> {
  if (source === 'upload') {
    await hintAtUnblockedUploads(ports);
    return publishResults(ports);
  }
  await reconcileUploads(ports);
  const id = await publishResults(ports, { verify: true });
  // Last: rows that are left a night longer harm nobody.
  await sweepGenerations(ports);
  return id;
}
