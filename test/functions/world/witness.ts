import type { FileExamination } from '#functions/examination.ts';
import { reportSchema } from '#shared/reports/report.ts';
import { LATEST_REPORT, LATEST_RESULT, REPORTS } from '#shared/storage/bucket-keys.ts';
import {
  type CentreHead,
  type FileInForce,
  filesInForce,
  parseHead,
  type UploadedFile,
} from '#shared/storage/centre-head.ts';
import { HEADS, type ItemKey, rowItemKey, rowsPartitions } from '#shared/storage/item-keys.ts';
import { wrongShown } from '../oracle/shown-page.ts';
import type { StoredObject } from './bucket.ts';
import type { Item } from './item.ts';
import { mailWitness } from './mail-witness.ts';
import { onlyForward } from './only-forward.ts';
import { publicationWitness } from './publication-witness.ts';
import { rowsOfVersion } from './rows-of-version.ts';
import type { Seen } from './seen.ts';
import type { Table } from './table.ts';

const textOf = ({ bytes }: StoredObject): string => new TextDecoder().decode(bytes);

/** By the partition that they were read from, which is another one once it is written. */
const headsOf = new WeakMap<readonly Item[], readonly CentreHead[]>();
export function headsIn(table: Table): readonly CentreHead[] {
  const items = table.partition(HEADS);
  const heads = headsOf.get(items) ?? items.flatMap((item) => parseHead(item) ?? []);
  headsOf.set(items, heads);
  return heads;
}

/** What the sender is told of a file in this state. */
const verdictOf = ({ state }: UploadedFile) => (state === 'misplaced' ? 'refused' : state);

const bySortKey = (a: ItemKey, b: ItemKey): number => (a.sk < b.sk ? -1 : 1);

/** The rows as DynamoDB must hold them. */
const itemsOf = (version: StoredObject, file: FileInForce, ruleSet: FileExamination) =>
  rowsOfVersion(version, ruleSet)
    .map(({ content: { table, row }, key, line }) => ({ ...rowItemKey(file, key), table, line, ...row }))
    .sort(bySortKey);

/**
 * Looks at the world after every effect of any run and notes what must never be: a file in force with other rows than
 * its version of the object has by any rules that were deployed (unless a part of the table was lost); a latest result that
 * nothing justifies (see `justifiedResults`); a page of no result, or before its other files (unless somebody meddled with
 * them); a verdict or a result that is noted as told and was not; a report on a verdict that was never recorded, or that was replaced before
 * the one reported last.
 */
export function witness(seen: Seen) {
  const { bucket, table, deployments } = seen;
  const violations: string[] = [];
  const records = new Map<string, string[]>();
  const goesForward = onlyForward();
  const looked = { table: 0, bucket: 0, versions: new Map<string, string>() };
  const publications = publicationWitness(seen);
  const told = mailWitness(table, seen.mails);

  const isNew = ({ key, versionId }: Pick<StoredObject, 'key' | 'versionId'>): boolean => {
    const before = looked.versions.get(key);
    looked.versions.set(key, versionId);
    return versionId !== before;
  };

  /** The partitions in which a file's rows were right, by what names them: as long as nothing of them is written, they are. */
  const right = new Map<string, readonly (readonly Item[])[]>();

  function lookAtFile(file: FileInForce): void {
    const { key, versionId } = file;
    const name = JSON.stringify(file);
    const partitions = rowsPartitions(file).map(table.partition);
    if (right.get(name)?.every((partition, part) => partition === partitions[part]) === true) return;
    const version = bucket.everStored(versionId);
    if (version === undefined) {
      violations.push(`${key} is in force as ${versionId}, which never was`);
      return;
    }
    const found = JSON.stringify(partitions.flat().sort(bySortKey));
    const promised = new Set(
      deployments.map(({ examination }) => JSON.stringify(itemsOf(version, file, examination))),
    );
    if (promised.has(found)) right.set(name, partitions);
    else violations.push(`${key} is in force as ${versionId}, with other rows than that has`);
  }

  function lookAtTable(): void {
    const heads = headsIn(table);
    if (!seen.isDamaged()) {
      filesInForce(heads).forEach(lookAtFile);
      violations.push(...told.wrongNotes());
    }
    publications.lookAtNotes();
    const recorded = new Map(heads.flatMap((head) => Object.entries(head.files)));
    for (const key of new Set([...records.keys(), ...recorded.keys()])) {
      const file = recorded.get(key);
      const record = file === undefined ? 'none' : `${verdictOf(file)} ${file.versionId} ${file.at}`;
      const before = records.get(key) ?? ['none'];
      records.set(key, before.at(-1) === record ? before : [...before, record]);
    }
  }

  function lookAtReport(stored: StoredObject): void {
    const parsed = reportSchema.safeParse(JSON.parse(textOf(stored)));
    // What a test put there and no run, or what is about a file that a full head has no place for.
    const history = parsed.success ? records.get(parsed.data.file) : undefined;
    if (!parsed.success || history === undefined) return;
    const { file, verdict, versionId, at } = parsed.data;
    const record = verdict === 'withdrawn' ? 'none' : `${verdict} ${versionId} ${at}`;
    if (!goesForward(file, history, record)) {
      violations.push(
        `${file} is reported as “${record}”, which is older than what was reported, or never was`,
      );
    }
  }

  return {
    violations,
    /** After any change that people make to an upload. */
    seeUpload: publications.seeUpload,
    look(): void {
      if (table.changes() !== looked.table) lookAtTable();
      looked.table = table.changes();
      if (bucket.changes() === looked.bucket) return;
      looked.bucket = bucket.changes();
      const latest = bucket.current(LATEST_RESULT);
      if (latest !== undefined && isNew(latest)) violations.push(...publications.wrongWith(latest));
      const shown = bucket.current(LATEST_REPORT);
      if (shown !== undefined && isNew(shown) && !seen.isTampered()) {
        violations.push(...wrongShown(seen, deployments.map(seen.renderOf)));
      }
      for (const key of bucket.keys(REPORTS)) {
        const stored = bucket.current(key);
        if (key.endsWith('.json') && stored !== undefined && isNew(stored)) lookAtReport(stored);
      }
    },
  };
}
