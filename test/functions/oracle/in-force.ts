import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { type FileInForce, filesInForce } from '#shared/storage/centre-head.ts';
import { rowsPartition, STAGED, stagedKey } from '#shared/storage/item-keys.ts';
import type { RowKey } from '#shared/tables/tables.ts';
import { examineFile } from '#shared/validation/examine-file.ts';
import type { OtherRows, RowPlace } from '#shared/validation/identity-rules.ts';
import { uploadAt } from '#shared/validation/upload-place.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { rowsOfVersion } from '../world/rows-of-version.ts';
import { headsIn } from '../world/witness.ts';
import type { World } from '../world/world.ts';

/** Whether a key lies in the folder of no centre of the study. */
export const isMisplaced = (world: World, key: string): boolean =>
  uploadAt(key, world.centres()).misplaced !== null;

/** The rows of these files, read from what was dropped. */
function rowsOf({ bucket }: World, files: readonly FileInForce[]): OtherRows {
  const rows = {
    patients: new Map<RowKey, RowPlace>(),
    pairs: new Map<RowKey, RowPlace>(),
    lesions: new Map<RowKey, RowPlace>(),
  };
  for (const file of files) {
    for (const { key, line } of rowsOfVersion(bucket, file.versionId)) {
      rows[file.table].set(key, { file: file.key, line });
    }
  }
  return rows;
}

/** Whether a version would be accepted beside the centre's other files in force. */
function fits(world: World, files: readonly FileInForce[], key: string, versionId: string): boolean {
  const bytes = world.bucket.everStored(versionId)?.bytes;
  if (bytes === undefined) throw new Error(`there never was a version ${versionId}`);
  const [, centre] = key.split('/');
  const others = files.filter((file) => file.centre === centre && file.key !== key);
  return examineFile(bytes, rowsOf(world, others), SETTINGS).verdict === 'accepted';
}

/** What is wrong with the verdicts on the files that lie in the bucket now. */
export function wrongVerdicts(world: World): readonly string[] {
  const heads = headsIn(world.table);
  const inForce = filesInForce(heads);
  const records = new Map(heads.flatMap(({ files }) => Object.entries(files)));
  const uploads = world.bucket.keys(UPLOADS).filter((key) => !key.endsWith('/'));
  const gone = [...records.keys()].filter((key) => world.bucket.current(key) === undefined);
  return [
    ...gone.map((key) => `${key} is gone and still recorded`),
    ...inForce.flatMap(({ key, versionId }) =>
      fits(world, inForce, key, versionId) ? [] : [`${key} is in force against others`],
    ),
    ...uploads.flatMap((key) => {
      const record = records.get(key);
      const versionId = world.bucket.current(key)?.versionId ?? '';
      if (record?.versionId !== versionId)
        return [`${key} lies there as ${versionId}, which nobody looked at`];
      // Of a centre that has left, any verdict of before stands.
      if (isMisplaced(world, key)) return [];
      const accepted = fits(world, inForce, key, versionId);
      if (accepted !== (record.state === 'accepted')) return [`${key} was wrongly ${record.state}`];
      return accepted && record.inForce?.versionId !== versionId
        ? [`${key} is accepted and not in force`]
        : [];
    }),
  ];
}

/** Rows and records of generations that no head names. */
export function leftUnswept({ table }: World): readonly string[] {
  const inForce = filesInForce(headsIn(table));
  const partitions = new Set(inForce.map(rowsPartition));
  const records = new Set(inForce.map((file) => stagedKey(file).sk));
  return [
    ...table.partitionNames().filter((name) => name.startsWith('ROWS#') && !partitions.has(name)),
    ...table.partition(STAGED).flatMap(({ sk }) => (records.delete(sk) ? [] : [sk])),
    ...[...records].map((name) => `${name} is in force and could never be swept`),
  ];
}
