import { filesToldOf } from '#functions/mail/told-files.ts';
import type { Source } from '#functions/statistics-request.ts';
import { inParallel } from '#functions/storage/in-parallel.ts';
import { REPORTS, uploadAnsweredBy } from '#shared/storage/bucket-keys.ts';
import { type ClearPorts, clearResults } from './clear-results.ts';
import { noteProof, type ProofPorts, provenResult } from './nightly-proof.ts';
import { type Publication, type PublishPorts, publishResults } from './publish-results.ts';
import { studyState } from './study-state.ts';
import { type SweepPorts, sweepGenerations } from './sweep-generations.ts';

export interface StatisticsPorts extends PublishPorts, SweepPorts, ClearPorts, ProofPorts {}

const FILES_AT_ONCE = 8;

/**
 * After an upload: publish what is in force now. By the clock: unless nothing happened since the last full verification, verify
 * everything; then delete the rows and the tables that are no longer used.
 */
export async function runStatistics(ports: StatisticsPorts, source: Source): Promise<Publication> {
  if (source === 'upload') return publishResults(ports);
  const publication = await provenOrVerified(ports, source);
  // Last: what is left a night longer harms nobody.
  await sweepGenerations(ports);
  await clearResults(ports);
  return publication;
}

async function provenOrVerified(ports: StatisticsPorts, source: Source): Promise<Publication> {
  const before = await studyState(ports);
  const proven = source === 'night' ? await provenResult(ports, before) : undefined;
  if (proven !== undefined) {
    // Its page is no part of the proof: it may be of an earlier release.
    await ports.askForReport();
    return { id: proven, pending: [] };
  }
  const publication = await verifyEverything(ports);
  await noteProof(ports, before, publication);
  return publication;
}

/**
 * Repairs: compares the whole bucket with the table, for any event that was lost, checks what is published against its
 * recomputation, has every report compared and every centre told.
 */
async function verifyEverything(ports: StatisticsPorts): Promise<Publication> {
  const uploads = await ports.listUploads();
  const publication = await publishResults(ports, { uploads });
  // Those too that are gone: their reports say so, and their centres were told.
  const answered = [...(await ports.listUnder(REPORTS)).keys()].flatMap((key) => uploadAnsweredBy(key) ?? []);
  const keys = new Set([...uploads.keys(), ...answered, ...filesToldOf(await ports.readToldNotes())]);
  await haveReportsCompared(
    ports,
    [...keys].filter((key) => !isAskedFor(publication, key)),
  );
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
