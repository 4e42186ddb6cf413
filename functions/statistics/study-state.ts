import type { ReadToldNotes } from '#functions/mail/told-files.ts';
import type { ReadAwaited } from '#functions/storage/awaited-uploads.ts';
import type { ReadText } from '#functions/storage/conditional-object.ts';
import type { ReadHeads } from '#functions/storage/heads.ts';
import type { ListUnder } from '#functions/storage/listed-versions.ts';
import { readLatest } from '#functions/storage/stored-latest.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { sha256 } from '#shared/sha256.ts';
import { LATEST_RESULT, REPORTS, resultFolder, UPLOADS } from '#shared/storage/bucket-keys.ts';
import type { LiveVersions } from '#shared/storage/live-versions.ts';

export interface StatePorts {
  readonly centres: readonly string[];
  readonly rules: string;
  readonly settings: StudySettings;
  readonly codeVersion: string;
  readonly readText: ReadText;
  readonly readHeads: ReadHeads;
  readonly readAwaited: ReadAwaited;
  readonly readToldNotes: ReadToldNotes;
  readonly listUnder: ListUnder;
}

export interface StudyState {
  /** A digest of all that a full verification compares, but the rows. */
  readonly name: string;
  /** The latest result. */
  readonly id: string | undefined;
  /** Whether something waits to be done: a file to be looked at, a message to be sent. */
  readonly isOpen: boolean;
}

/**
 * Names the state of the study by what costs little to read: which versions of uploads, reports and published files lie in the
 * bucket, the heads, what is waited for and told, and by what rules, settings and code. A version of an object never
 * changes in S3, so that what is listed as it was is as it was. What the names do not say is whether the table's rows
 * are still those of the heads.
 */
export async function studyState(ports: StatePorts): Promise<StudyState> {
  const { centres, rules, settings, codeVersion } = ports;
  const latest = await readLatest(ports.readText);
  const id = latest?.content?.id;
  const listed = [UPLOADS, REPORTS, LATEST_RESULT, ...(id === undefined ? [] : [resultFolder(id)])];
  const versions: unknown[] = [];
  for (const prefix of listed) versions.push(versionsIn(await ports.listUnder(prefix)));
  const heads = await ports.readHeads();
  const awaited = await ports.readAwaited();
  const told = await ports.readToldNotes();
  const state = [centres, rules, settings, codeVersion, latest?.etag, versions, heads, told];
  return {
    name: await sha256(JSON.stringify(state, inOrderOfNames)),
    id,
    isOpen: awaited.size > 0 || told.some(({ isOpen }) => isOpen),
  };
}

const versionsIn = (objects: ReadonlyMap<string, LiveVersions>): unknown =>
  [...objects].map(([key, { versions }]) => [key, versions.map(({ versionId }) => versionId)]);

/** DynamoDB gives the attributes of an item in any order. */
const inOrderOfNames = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
