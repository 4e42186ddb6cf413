import { type Publication, type PublishPorts, publishResults } from './publish-results.ts';
import { type SweepPorts, sweepGenerations } from './sweep-generations.ts';

export interface StatisticsPorts extends PublishPorts, SweepPorts {}

/** Who started the run: an upload that changed the data, or the clock. */
export type Source = 'upload' | 'schedule';

/**
 * After an upload: publish what is in force now. The clock's run repairs: it compares the whole bucket with the table, for any
 * event that was lost, checks what is published, and deletes the rows that are no longer used.
 */
export async function runStatistics(ports: StatisticsPorts, source: Source): Promise<Publication> {
  if (source === 'upload') return publishResults(ports);
  const publication = await publishResults(ports, { uploads: await ports.listUploads() });
  // Last: rows that are left a night longer harm nobody.
  await sweepGenerations(ports);
  return publication;
}
