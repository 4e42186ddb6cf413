import { latestResultSchema } from '#shared/publication/latest-result.ts';
import { manifestSchema } from '#shared/publication/manifest.ts';
import { reportSchema } from '#shared/reports/report.ts';
import { LATEST_RESULT, MANIFEST_FILE, REPORTS, resultFolder } from '#shared/storage/bucket-keys.ts';
import {
  type CentreHead,
  type FileInForce,
  filesInForce,
  parseHead,
  type UploadedFile,
} from '#shared/storage/centre-head.ts';
import { HEADS, rowItemKey, rowsPartition } from '#shared/storage/item-keys.ts';
import type { Bucket, StoredObject } from './bucket.ts';
import { onlyForward } from './only-forward.ts';
import { rowsOfVersion } from './rows-of-version.ts';
import type { Table } from './table.ts';

const textOf = ({ bytes }: StoredObject): string => new TextDecoder().decode(bytes);

export const headsIn = (table: Table): readonly CentreHead[] => table.partition(HEADS).map(parseHead);

/** What tells one set of files in force from another. */
const nameOf = (files: readonly Pick<FileInForce, 'key' | 'versionId'>[]) =>
  JSON.stringify(files.map(({ key, versionId }) => [key, versionId]).sort());

/** What the sender is told of a file in this state. */
const verdictOf = ({ state }: UploadedFile) => (state === 'misplaced' ? 'refused' : state);

/** The rows as DynamoDB must hold them. */
const itemsOf = (bucket: Bucket, file: FileInForce) =>
  rowsOfVersion(bucket, file.versionId)
    .map(({ content: { table, row }, key, line }) => ({ ...rowItemKey(file, key), table, line, ...row }))
    .sort((a, b) => (a.sk < b.sk ? -1 : 1));

/**
 * Looks at the world after every effect of any run and notes what must never be: a file in force with other rows than
 * its version of the object has, or as an older version than before; a latest result of files that were never in force
 * together, or that were so before those of the last one; a report on a verdict that was never recorded, or that was
 * replaced before the one reported last.
 */
export function witness(bucket: Bucket, table: Table) {
  const violations: string[] = [];
  const uploads = new Map<string, string[]>();
  const records = new Map<string, string[]>();
  const inForce: string[] = [nameOf([])];
  const goesForward = { file: onlyForward(), latest: onlyForward(), report: onlyForward() };
  const looked = { table: 0, bucket: 0, versions: new Map<string, string>() };

  const isNew = ({ key, versionId }: Pick<FileInForce, 'key' | 'versionId'>): boolean => {
    const before = looked.versions.get(key);
    looked.versions.set(key, versionId);
    return versionId !== before;
  };

  function lookAtFile(file: FileInForce): void {
    const { key, versionId } = file;
    if (isNew(file) && !goesForward.file(key, uploads.get(key) ?? [], versionId)) {
      violations.push(`${key} came into force as ${versionId}, which is older than the version before`);
    }
    const promised = itemsOf(bucket, file);
    const found = table.partition(rowsPartition(file));
    if (promised.length !== file.rows || JSON.stringify(found) !== JSON.stringify(promised)) {
      violations.push(`${key} is in force as ${versionId}, with other rows than that has`);
    }
  }

  function lookAtTable(): void {
    const heads = headsIn(table);
    const files = filesInForce(heads);
    if (inForce.at(-1) !== nameOf(files)) inForce.push(nameOf(files));
    files.forEach(lookAtFile);
    const recorded = new Map(heads.flatMap((head) => Object.entries(head.files)));
    for (const key of new Set([...records.keys(), ...recorded.keys()])) {
      const file = recorded.get(key);
      const record = file === undefined ? 'none' : `${verdictOf(file)} ${file.versionId} ${file.at}`;
      const before = records.get(key) ?? ['none'];
      records.set(key, before.at(-1) === record ? before : [...before, record]);
    }
  }

  function lookAtLatest(): void {
    const latest = bucket.current(LATEST_RESULT);
    if (latest === undefined || !isNew(latest)) return;
    const { id, tables } = latestResultSchema.parse(JSON.parse(textOf(latest)));
    const manifest = bucket.current(resultFolder(id) + MANIFEST_FILE);
    if (manifest === undefined || tables.some((key) => bucket.current(key) === undefined)) {
      violations.push(`the latest result ${id} is published in part only`);
      return;
    }
    const { inputs } = manifestSchema.parse(JSON.parse(textOf(manifest)));
    if (!goesForward.latest(LATEST_RESULT, inForce, nameOf(inputs))) {
      violations.push(
        `the latest result became ${id}, which is older than the one before, or of files that were never in force together`,
      );
    }
  }

  function lookAtReport(stored: StoredObject): void {
    const parsed = reportSchema.safeParse(JSON.parse(textOf(stored)));
    // What a test put there and no run, or what is about a file that a full head has no place for.
    const history = parsed.success ? records.get(parsed.data.file) : undefined;
    if (!parsed.success || history === undefined) return;
    const { file, verdict, versionId, at } = parsed.data;
    const record = verdict === 'withdrawn' ? 'none' : `${verdict} ${versionId} ${at}`;
    if (!goesForward.report(file, history, record)) {
      violations.push(
        `${file} is reported as “${record}”, which is older than what was reported, or never was`,
      );
    }
  }

  return {
    violations,
    /** After any change that people make to an upload. */
    seeUpload(key: string): void {
      uploads.set(key, [...(uploads.get(key) ?? []), bucket.current(key)?.versionId ?? 'none']);
    },
    look(): void {
      if (table.changes() !== looked.table) lookAtTable();
      looked.table = table.changes();
      if (bucket.changes() === looked.bucket) return;
      looked.bucket = bucket.changes();
      lookAtLatest();
      for (const key of bucket.keys(REPORTS)) {
        const stored = bucket.current(key);
        if (key.endsWith('.json') && stored !== undefined && isNew(stored)) lookAtReport(stored);
      }
    },
  };
}
