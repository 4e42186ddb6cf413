import { inParallel } from '#functions/storage/in-parallel.ts';
import type { ListVersions } from '#functions/storage/listed-versions.ts';
import type { IsWhole } from '#functions/storage/whole-generation.ts';
import type { PendingFile, PendingReason } from '#shared/publication/pending.ts';
import { type CentreHead, filesInForce, hasRoomFor, type UploadedFile } from '#shared/storage/centre-head.ts';
import { rowsPartition } from '#shared/storage/item-keys.ts';
import type { LiveVersions } from '#shared/storage/live-versions.ts';
import { filesToLookAtAgain, recordAnswers } from '#shared/storage/standing-records.ts';
import { uploadAt } from '#shared/validation/upload-place.ts';

/** What a statistics run compares before it publishes. */
export interface StudyState {
  /** Names the rules of today. */
  readonly rules: string;
  /** The centres of the study. */
  readonly centres: readonly string[];
  readonly heads: readonly CentreHead[];
  /** The version of each file that the latest result was computed from. */
  readonly latestInputs: ReadonlyMap<string, string>;
  /** All uploads, in a run by the clock. */
  readonly uploads: ReadonlyMap<string, LiveVersions> | undefined;
  /**
   * The files that earlier runs found missing, by their notes and by what the latest result names as pending, which outlives
   * a table that is lost; a run that lists no uploads looks at these.
   */
  readonly awaited: ReadonlySet<string>;
  /** The partitions of the table that were found to have fewer rows than their head promises. */
  readonly lackingRows: ReadonlySet<string>;
}

export interface UnsettledPorts {
  readonly listVersions: ListVersions;
  readonly isWhole: IsWhole;
}

const FILES_AT_ONCE = 8;

/**
 * The files over which a result would be of no moment of the bucket: those that other rules examined, or against other
 * files; those that the table lost, or knows in an older state than the latest result; in a run by the clock also
 * those that differ between bucket and table. An upload whose event is on its way is none of them.
 */
export async function unsettledUploads(
  ports: UnsettledPorts,
  state: StudyState,
): Promise<readonly PendingFile[]> {
  const { rules, centres, heads, uploads } = state;
  const examiner = { rules, isMisplaced: (key: string) => uploadAt(key, centres).misplaced !== null };
  const records = new Map(heads.flatMap(({ files }) => Object.entries(files)));
  const found = new Map<string, PendingReason>();
  const note = (keys: Iterable<string>, reason: PendingReason) => {
    for (const key of keys) if (!found.has(key)) found.set(key, reason);
  };
  note(
    heads.flatMap((head) => filesToLookAtAgain(head, examiner)),
    'not_examined_again',
  );
  note(await keysLackingRows(ports, state), 'rows_lost');
  // A file past its centre's most files has no record, however often ingest looks at it: it is not even listed.
  const isOpen = (key: string) =>
    !found.has(key) && (records.has(key) || hasRoomAt(heads, uploadAt(key, centres).centre));
  await inParallel(changedKeys(state).filter(isOpen), FILES_AT_ONCE, async (key) => {
    const live = await ports.listVersions(key);
    if (tableIsBehind(records.get(key), live, state.latestInputs.get(key))) note([key], 'lost_from_table');
  });
  const doubtful = uploads ? differingKeys(uploads, records) : [...state.awaited];
  await inParallel(doubtful.filter(isOpen), FILES_AT_ONCE, async (key) => {
    // Listed again: what came since the listing of all is in the heads already.
    if (!isAnswered(records.get(key), await ports.listVersions(key))) note([key], 'not_brought_in');
  });
  return [...found]
    .map(([key, reason]) => ({ centre: uploadAt(key, centres).centre, key, reason }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * The files in force that lack rows: a run by the clock looks at each. Another one knows those that it failed to read, and
 * looks at those that were waited for before, lest it forget since when.
 */
async function keysLackingRows(
  { isWhole }: UnsettledPorts,
  { heads, lackingRows, uploads, awaited }: StudyState,
): Promise<readonly string[]> {
  const inForce = filesInForce(heads);
  const lacking = inForce.filter((file) => lackingRows.has(rowsPartition(file)));
  const doubtful = uploads ? inForce : inForce.filter(({ key }) => awaited.has(key));
  await inParallel(doubtful, FILES_AT_ONCE, async (file) => {
    if (!(await isWhole(file))) lacking.push(file);
  });
  return lacking.map(({ key }) => key);
}

/** A file past the centre's most files has no record, and never will have as long as the others are there. */
function hasRoomAt(heads: readonly CentreHead[], centre: string): boolean {
  const head = heads.find((other) => other.centre === centre);
  return head === undefined || hasRoomFor(head, '');
}

/** The files whose version in force is another one than in the latest result, or is in one of the two only. */
function changedKeys({ heads, latestInputs }: StudyState): readonly string[] {
  const inForce = new Map(filesInForce(heads).map(({ key, versionId }) => [key, versionId]));
  const keys = new Set([...inForce.keys(), ...latestInputs.keys()]);
  return [...keys].filter((key) => inForce.get(key) !== latestInputs.get(key)).sort();
}

/** Whether a record says less than the bucket and the latest result: it was lost, or an older copy of it was restored. */
function tableIsBehind(
  record: UploadedFile | undefined,
  live: LiveVersions | undefined,
  latest: string | undefined,
): boolean {
  const versions = live?.versions.map(({ versionId }) => versionId) ?? [];
  if (record?.inForce && !versions.includes(record.inForce.versionId)) return true;
  if (latest === undefined || live === undefined) return false;
  const recorded = record === undefined ? -1 : versions.indexOf(record.versionId);
  // The version of the latest result may have been deleted for good: then any version that is there came later.
  return recorded === -1 || (versions.includes(latest) && recorded > versions.indexOf(latest));
}

/** The uploads that the table knows otherwise than the bucket has them, or that are in one of the two only. */
const differingKeys = (
  uploads: ReadonlyMap<string, LiveVersions>,
  records: ReadonlyMap<string, UploadedFile>,
): readonly string[] =>
  [...new Set([...uploads.keys(), ...records.keys()])].filter(
    (key) => !isAnswered(records.get(key), uploads.get(key)),
  );

/** Whether the table knows what lies in the bucket; nothing there, and no record of it, is known too. */
const isAnswered = (record: UploadedFile | undefined, live: LiveVersions | undefined): boolean =>
  record === undefined || live === undefined ? record === live : recordAnswers(record, live);
