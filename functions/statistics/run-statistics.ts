import type { ReadToldFiles } from '#functions/mail/told-files.ts';
import type { Source } from '#functions/statistics-request.ts';
import { inParallel } from '#functions/storage/in-parallel.ts';
import { type Publication, type PublishPorts, publishResults } from './publish-results.ts';
import { type SweepPorts, sweepGenerations } from './sweep-generations.ts';

export interface StatisticsPorts extends PublishPorts, SweepPorts {
  readonly readToldFiles: ReadToldFiles;
}

const FILES_AT_ONCE = 8;

/**
 * After an upload: publish what is in force now. The clock's run repairs: it compares the whole bucket with the table, for any
 * event that was lost, checks what is published, has every report compared and every centre told, and deletes the rows that are
 * no longer used.
 */
export async function runStatistics(ports: StatisticsPorts, source: Source): Promise<Publication> {
  if (source === 'upload') return publishResults(ports);
  const uploads = await ports.listUploads();
  const publication = await publishResults(ports, { uploads });
  // Those too that are gone, as long as their centres were not told so.
  const keys = new Set([...uploads.keys(), ...(await ports.readToldFiles())]);
  await haveReportsCompared(
    ports,
    [...keys].filter((key) => !isAskedFor(publication, key)),
  );
  // Last: rows that are left a night longer harm nobody.
  await sweepGenerations(ports);
  return publication;
}

const isAskedFor = (publication: Publication, asked: string): boolean => {
  if (publication === 'overtaken') return false;
  const waitingFor = 'waitingFor' in publication ? publication.waitingFor : [];
  return [...waitingFor, ...publication.pending].some(({ key }) => key === asked);
};

/**
 * Hints at files that are settled, so that ingest compares their reports with their records: a report may have been deleted by
 * hand, or tell of a verdict that the table forgot when an older copy of it was restored. Where the two agree, a hint
 * changes nothing.
 */
async function haveReportsCompared({ sendHint }: StatisticsPorts, keys: readonly string[]): Promise<void> {
  await inParallel(keys, FILES_AT_ONCE, (key) => sendHint(key));
}
