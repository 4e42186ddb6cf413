import { reportSchema } from '#shared/reports/report.ts';
import { latestResultSchema } from '#shared/results/latest-result.ts';
import { manifestSchema } from '#shared/results/manifest.ts';
import { LATEST_RESULT, MANIFEST_FILE, REPORTS, resultFolder } from '#shared/storage/bucket-keys.ts';
import { type CentreHead, type FileInForce, filesInForce, parseHead } from '#shared/storage/centre-head.ts';
import { HEADS, rowItemKey, rowsPartition } from '#shared/storage/item-keys.ts';
import type { Bucket, StoredObject } from './bucket.ts';
import { rowsOfVersion } from './rows-of-version.ts';
import type { Table } from './table.ts';

const textOf = (object: StoredObject | undefined) => object && new TextDecoder().decode(object.bytes);

export const headsIn = (table: Table): readonly CentreHead[] => table.partition(HEADS).map(parseHead);

/** What tells one set of files in force from another. */
const nameOf = (files: readonly Pick<FileInForce, 'key' | 'versionId'>[]) =>
  JSON.stringify(files.map(({ key, versionId }) => [key, versionId]).sort());

/**
 * Looks at the world after every effect of any run and notes what nobody must ever see: a file in force with
 * other rows than its version of the object has, tables of no moment or of an earlier one, a report on a verdict
 * that was never recorded or was replaced before the one reported last.
 */
export function witness(bucket: Bucket, table: Table) {
  const violations: string[] = [];
  const inForce: string[] = [nameOf([])];
  const records = new Map<string, string[]>();
  const seen = { table: 0, bucket: 0, latest: '', inForce: 0 };
  const reported = new Map<string, { versionId: string; place: number }>();

  function lookAtTable(): void {
    const heads = headsIn(table);
    const files = filesInForce(heads);
    if (inForce.at(-1) !== nameOf(files)) inForce.push(nameOf(files));
    for (const file of files) {
      const expected = rowsOfVersion(bucket, file.versionId);
      const found = JSON.stringify(table.partition(rowsPartition(file)));
      const promised = JSON.stringify(
        expected
          .map(({ content, key, line }) => ({
            ...rowItemKey(file, key),
            table: content.table,
            line,
            ...content.row,
          }))
          .sort((a, b) => (a.sk < b.sk ? -1 : 1)),
      );
      if (found !== promised || expected.length !== file.rows) {
        violations.push(`${file.key} is in force as ${file.versionId}, with other rows than that has`);
      }
    }
    const recorded = new Map(heads.flatMap(({ files }) => Object.entries(files)));
    for (const key of new Set([...records.keys(), ...recorded.keys()])) {
      const file = recorded.get(key);
      const record = file === undefined ? 'none' : `${file.state} ${file.versionId} ${file.at}`;
      const before = records.get(key) ?? ['none'];
      records.set(key, before.at(-1) === record ? before : [...before, record]);
    }
  }

  function lookAtLatest(): void {
    const latest = bucket.current(LATEST_RESULT);
    if (latest === undefined || latest.versionId === seen.latest) return;
    seen.latest = latest.versionId;
    const { id, tables } = latestResultSchema.parse(JSON.parse(textOf(latest) ?? ''));
    const manifest = textOf(bucket.current(resultFolder(id) + MANIFEST_FILE));
    if (manifest === undefined || tables.some((key) => bucket.current(key) === undefined)) {
      violations.push(`the latest result ${id} is published in part only`);
      return;
    }
    const place = inForce.indexOf(nameOf(manifestSchema.parse(JSON.parse(manifest)).inputs), seen.inForce);
    if (place === -1)
      violations.push(`the latest result became ${id}, which is older than the one before, or of no moment`);
    else seen.inForce = place;
  }

  function lookAtReports(): void {
    for (const key of bucket.keys(REPORTS).filter((name) => name.endsWith('.json'))) {
      const stored = bucket.current(key);
      const { versionId = '', place = 0 } = reported.get(key) ?? {};
      if (stored === undefined || stored.versionId === versionId) continue;
      const parsed = reportSchema.safeParse(JSON.parse(textOf(stored) ?? ''));
      // Put there by a test, not by a run.
      if (!parsed.success) continue;
      const report = parsed.data;
      const record =
        report.verdict === 'withdrawn' ? 'none' : `${report.verdict} ${report.versionId} ${report.at}`;
      const history = records.get(report.file);
      // A file in no centre's place has no record at all.
      const found = history === undefined ? 0 : history.indexOf(record, place);
      if (found === -1)
        violations.push(`${key} tells of “${record}”, which is older than what it told before, or never was`);
      reported.set(key, { versionId: stored.versionId, place: Math.max(found, place) });
    }
  }

  return {
    violations,
    look(): void {
      if (table.changes() !== seen.table) lookAtTable();
      seen.table = table.changes();
      if (bucket.changes() === seen.bucket) return;
      seen.bucket = bucket.changes();
      lookAtLatest();
      lookAtReports();
    },
  };
}
