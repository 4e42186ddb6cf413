import type { Waiting } from '#cdk/commands/awaited.ts';
import { hintSender } from '#functions/statistics/hint-sender.ts';
import { headsReader } from '#functions/storage/heads.ts';
import { partitionItems } from '#functions/storage/partition-items.ts';
import { stagedGenerationsReader } from '#functions/storage/staged-generations.ts';
import { reportKeys, uploadKey } from '#shared/storage/bucket-keys.ts';
import { holdsRowsOf, type ItemKey, PENDING, stagedKey, TOLD } from '#shared/storage/item-keys.ts';
import type { ErasedStudy } from './erased-study.ts';
import type { Erasure } from './erasure.ts';
import { type Counts, countsOf, type Findings, NOTHING } from './findings.ts';
import { deleteItems, rowsOfCentre } from './stored-rows.ts';
import { deleteVersions, type StoredVersion, storedVersions } from './stored-versions.ts';
import { recordOf, withdrawn } from './study-at-rest.ts';

/** Erases one name of a centre: its versions, their reports and their rows. */
export function fileErasure(study: ErasedStudy, centre: string, name: string, terminal: Waiting): Erasure {
  const { s3, database, queue, outputs } = study;
  const { BucketName: bucket, TableName: table } = outputs;
  const key = uploadKey(centre, name);
  const versionsOf = async (one: string) =>
    (await storedVersions(s3, bucket, one)).filter((version) => version.key === one);
  /** Undefined before the first look. */
  let planned: ReadonlySet<string> | undefined;

  async function look(): Promise<Findings> {
    const uploads = await versionsOf(key);
    planned ??= new Set(uploads.map(({ versionId }) => versionId));
    const isPlanned = ({ versionId }: StoredVersion) => planned?.has(versionId) ?? true;
    const meanwhile = uploads.filter((version) => !isPlanned(version));
    // What came meanwhile has reports and rows of its own, under the same name.
    if (meanwhile.length > 0) return { ...NOTHING, uploads: uploads.filter(isPlanned), meanwhile };
    const reports: StoredVersion[] = [];
    for (const report of Object.values(reportKeys(key))) reports.push(...(await versionsOf(report)));
    const heads = await headsReader(database, table)();
    return {
      ...NOTHING,
      uploads,
      reports,
      rows: (await rowsOfCentre(database, table, centre)).filter(({ pk }) => holdsRowsOf(pk, centre, key)),
      records: await recordsOf(study, key),
      named: recordOf(heads, key) === undefined ? [] : [key],
    };
  }

  async function erase(found: Findings): Promise<Counts> {
    await deleteVersions(s3, bucket, found.uploads);
    // As S3 does itself; once more, for events get lost.
    await hintSender(queue, outputs.UploadQueueUrl)(key);
    await withdrawn(study, key, terminal);
    await deleteItems(database, table, [...found.rows, ...found.records]);
    await deleteVersions(s3, bucket, found.reports);
    return countsOf(found);
  }

  return { look, erase };
}

async function recordsOf({ database, outputs }: ErasedStudy, key: string): Promise<readonly ItemKey[]> {
  const table = outputs.TableName;
  const staged = await stagedGenerationsReader(database, table)();
  const records = staged.filter((generation) => generation.key === key).map(stagedKey);
  for (const notes of [PENDING, TOLD]) {
    for await (const { sk } of partitionItems(database, table, notes)) {
      if (sk === key) records.push({ pk: notes, sk: key });
    }
  }
  return records;
}
