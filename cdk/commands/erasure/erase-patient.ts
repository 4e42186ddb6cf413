import type { Waiting } from '#cdk/commands/awaited.ts';
import { hintSender } from '#functions/statistics/hint-sender.ts';
import { headsReader } from '#functions/storage/heads.ts';
import { inParallel } from '#functions/storage/in-parallel.ts';
import { stagedGenerationsReader } from '#functions/storage/staged-generations.ts';
import { REPORTS, reportKeys, UPLOADS } from '#shared/storage/bucket-keys.ts';
import { filesInForce } from '#shared/storage/centre-head.ts';
import { firstPartitionOf, type ItemKey, rowsPartition, stagedKeyOf } from '#shared/storage/item-keys.ts';
import type { ErasedStudy } from './erased-study.ts';
import type { Erasure } from './erasure.ts';
import { type Counts, countsOf, type Findings, NOTHING } from './findings.ts';
import { replaceFile } from './replace-file.ts';
import { mentions, searchVersion } from './search.ts';
import { deleteItems, rowsOfCentre } from './stored-rows.ts';
import { deleteVersions, type StoredVersion, storedVersions } from './stored-versions.ts';

/** Files of at most 50 MB each. */
const FILES_AT_ONCE = 4;
const REPORTS_AT_ONCE = 16;

/** Erases one patient of a centre from all versions of all its files, their reports and their rows. */
export function patientErasure(
  study: ErasedStudy,
  centre: string,
  patient: string,
  terminal: Waiting,
): Erasure {
  const { s3, database, queue, outputs } = study;
  const { BucketName: bucket, TableName: table } = outputs;
  /** Undefined before the first look. */
  let planned: ReadonlySet<string> | undefined;

  async function look(): Promise<Findings> {
    const { holding, unsearchable } = await searchUploads(study, centre, patient);
    planned ??= new Set(holding.map(({ versionId }) => versionId));
    const isPlanned = ({ versionId }: StoredVersion) => planned?.has(versionId) ?? true;
    const held = { uploads: holding.filter(isPlanned), meanwhile: holding.filter((one) => !isPlanned(one)) };
    const reports = await reportsToErase(study, centre, patient, held);
    const generations = await generationsToErase(study, centre, patient, held);
    return { ...NOTHING, ...held, reports, ...generations, unsearchable };
  }

  async function erase(found: Findings): Promise<Counts> {
    const hint = hintSender(queue, outputs.UploadQueueUrl);
    const byKey = Map.groupBy(found.uploads, (version) => version.key);
    for (const [key, versions] of byKey) {
      const erased = new Set(versions.map(({ versionId }) => versionId));
      await replaceFile(study, { key, erased, patient }, terminal);
    }
    // Looked for again: the new versions have reports of their own, and what these replaced is old now.
    const reports = await reportsToErase(study, centre, patient, found);
    await deleteVersions(s3, bucket, reports);
    const { rows, records } = await generationsToErase(study, centre, patient, found);
    await deleteItems(database, table, [...rows, ...records]);
    // Last, for by these the rest is found after an interruption.
    await deleteVersions(s3, bucket, found.uploads);
    const without = reports.filter(({ isLatest }) => isLatest).flatMap(({ key }) => uploadOf(key));
    for (const key of new Set([...byKey.keys(), ...without])) await hint(key);
    return countsOf({ ...found, reports, rows, records });
  }

  return { look, erase };
}

/** The versions that hold a patient, and those into which nobody can look. */
async function searchUploads({ s3, outputs }: ErasedStudy, centre: string, patient: string) {
  const stored = await storedVersions(s3, outputs.BucketName, `${UPLOADS}${centre}/`);
  const outcomes = new Map<StoredVersion, string>();
  const objects = stored.filter(({ isMarker }) => !isMarker);
  await inParallel(objects, FILES_AT_ONCE, async (version) => {
    outcomes.set(version, (await searchVersion(s3, outputs.BucketName, version, patient)).outcome);
  });
  const holds = (version: StoredVersion) =>
    !['not there', 'unsearchable'].includes(outcomes.get(version) ?? '');
  return {
    holding: objects.filter(holds),
    unsearchable: objects.filter((version) => outcomes.get(version) === 'unsearchable'),
  };
}

/** The upload that a JSON report is on. */
const uploadOf = (report: string): readonly string[] =>
  report.endsWith('.json') ? [UPLOADS + report.slice(REPORTS.length, -'.json'.length)] : [];

type Held = Pick<Findings, 'uploads' | 'meanwhile'>;

const reportsOn = (uploads: readonly StoredVersion[]): ReadonlySet<string> =>
  new Set(uploads.flatMap(({ key }) => Object.values(reportKeys(key))));

/** Every version of a report that mentions the patient, and the older ones on files that held him. */
async function reportsToErase(
  { s3, outputs }: ErasedStudy,
  centre: string,
  patient: string,
  { uploads, meanwhile }: Held,
): Promise<readonly StoredVersion[]> {
  const [onHolding, spared] = [reportsOn(uploads), reportsOn(meanwhile)];
  const stored = await storedVersions(s3, outputs.BucketName, `${REPORTS}${centre}/`);
  const candidates = stored.filter(({ key, isMarker }) => !isMarker && !spared.has(key));
  const found = new Set(candidates.filter(({ key, isLatest }) => !isLatest && onHolding.has(key)));
  await inParallel(candidates, REPORTS_AT_ONCE, async (version) => {
    if (!found.has(version) && (await mentions(s3, outputs.BucketName, version, patient))) found.add(version);
  });
  return candidates.filter((version) => found.has(version));
}

/** The rows of every generation that has one of the patient, with their records; those in force go once they no longer are. */
async function generationsToErase(
  { database, outputs }: ErasedStudy,
  centre: string,
  patient: string,
  { uploads, meanwhile }: Held,
): Promise<{ readonly rows: readonly ItemKey[]; readonly records: readonly ItemKey[] }> {
  const table = outputs.TableName;
  const isOf = (versions: readonly StoredVersion[], key: string, versionId: string) =>
    versions.some((version) => version.key === key && version.versionId === versionId);
  const staged = await stagedGenerationsReader(database, table)();
  const kept = new Set(
    [...staged, ...filesInForce(await headsReader(database, table)())]
      .filter(({ key, versionId }) => isOf(meanwhile, key, versionId))
      .map(rowsPartition),
  );
  const rows = await rowsOfCentre(database, table, centre);
  const partitions = new Set([
    ...rows.filter((row) => row.patient === patient).map(({ pk }) => firstPartitionOf(pk)),
    ...staged.filter(({ key, versionId }) => isOf(uploads, key, versionId)).map(rowsPartition),
  ]);
  for (const partition of kept) partitions.delete(partition);
  const recorded = new Set(staged.map(rowsPartition));
  return {
    rows: rows.filter(({ pk }) => partitions.has(firstPartitionOf(pk))),
    records: [...partitions].filter((partition) => recorded.has(partition)).map(stagedKeyOf),
  };
}
