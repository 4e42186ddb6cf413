import { type CentreHead, hasRoomFor, type InForce, MOST_FILES } from '#shared/storage/centre-head.ts';
import { otherFilesInForce } from '#shared/storage/file-order.ts';
import { type LiveVersions, versionsSince } from '#shared/storage/live-versions.ts';
import { type Examination, refusedWhole } from '#shared/validation/examination.ts';
import { tooManyFiles } from '#shared/validation/file-problems.ts';
import { NO_OTHER_ROWS, type OtherRows } from '#shared/validation/identity-rules.ts';
import { inWholeFile } from '#shared/validation/problem.ts';
import type { Upload } from '#shared/validation/upload-place.ts';
import { examineVersion, type VersionPorts } from './examine-version.ts';
import type { OtherFiles, ReadOtherRows } from './other-rows.ts';
import { replacedRowsReader } from './replaced-rows.ts';

export interface JudgePorts extends VersionPorts {
  readonly readOtherRows: ReadOtherRows;
}

/** A file that is in the bucket, and what was known of it before. */
export interface Judged {
  readonly upload: Upload;
  readonly head: CentreHead;
  readonly live: LiveVersions;
  /** Whether all rows of the version in force, if any, are in the table. */
  readonly isWhole: boolean;
}

/** A version that was read and accepted. */
export interface AcceptedVersion {
  readonly versionId: string;
  /** When it was put into the bucket. */
  readonly at: string;
  readonly sha256: string;
  readonly examination: Extract<Examination, { verdict: 'accepted' }>;
}

export interface Judgement {
  /** Of the newest version. */
  readonly examination: Examination;
  /** Of its bytes; none where it was not read. */
  readonly sha256: string;
  /** The newest acceptable version: just read, or the one in force, which goes on counting. */
  readonly acceptable: AcceptedVersion | InForce | null;
  /** The centre's other files without whose rows a version newer than that might be accepted. */
  readonly blockedBy: ReadonlySet<string>;
  /** Whether every version newer than that was refused for itself alone. */
  readonly refusedForGood: boolean;
  /** The rows of the centre's other files. */
  readonly others: OtherRows;
}

/**
 * Reads the versions of a file, the newest first, until one is acceptable; undefined where one was deleted meanwhile. Where
 * rows of other files are not in the table, it tells which, and judges nothing.
 */
export async function judgeUpload(
  ports: JudgePorts,
  judged: Judged,
): Promise<Judgement | Pick<OtherFiles, 'lackingRows'> | undefined> {
  const { upload, head, live } = judged;
  const unread = refusedUnread(judged);
  if (unread !== undefined) {
    const nothing = { acceptable: null, blockedBy: new Set<string>(), refusedForGood: false };
    return { examination: unread, sha256: '', ...nothing, others: NO_OTHER_ROWS };
  }
  const { rows: others, lackingRows } = await ports.readOtherRows(
    otherFilesInForce(head, { key: upload.key, since: live.since }),
  );
  if (lackingRows.length > 0) return { lackingRows };
  const replacedBy = replacedRowsReader(ports, upload.key, live, {
    isInForce: (position) => versionInForce(ports, judged, position) !== null,
    isRefused: (position) => isKnownToBeRefused(ports, judged, position),
  });
  let newest: Pick<Judgement, 'examination' | 'sha256'> | undefined;
  let acceptable: Judgement['acceptable'] = null;
  let refusedForGood = true;
  const blockedBy = new Set<string>();
  for (const [position, version] of live.versions.entries()) {
    acceptable = position > 0 ? versionInForce(ports, judged, position) : null;
    if (acceptable !== null) break;
    if (position > 0 && isKnownToBeRefused(ports, judged, position)) continue;
    const replaced = await replacedBy(position);
    if (replaced === 'deleted') return undefined;
    const read = await examineVersion(ports, upload.key, version, others, replaced);
    if (read === undefined) return undefined;
    const { examination } = read;
    newest ??= read;
    if (examination.verdict === 'accepted') {
      refusedForGood &&= position > 0;
      acceptable = {
        versionId: version.versionId,
        at: version.lastModified,
        sha256: read.sha256,
        examination,
      };
      break;
    }
    refusedForGood &&= examination.blockedBy.length === 0;
    for (const other of examination.blockedBy) blockedBy.add(other);
  }
  return newest && { ...newest, acceptable, blockedBy, refusedForGood, others };
}

/** The refusal of a file that is refused without being read. */
function refusedUnread({ upload: { key, misplaced }, head }: Judged): Examination | undefined {
  if (misplaced !== null) return refusedWhole(misplaced);
  return hasRoomFor(head, key) ? undefined : refusedWhole(tooManyFiles(inWholeFile, MOST_FILES));
}

/** The record of the file, where the rules and the versions up to the one recorded are still those that it was made by. */
function todaysRecord({ examination }: JudgePorts, { upload, head, live }: Judged) {
  const record = head.files[upload.key];
  const newer = versionsSince(live, record?.versionId);
  return record?.rules === examination.rules &&
    record.since === live.since &&
    newer !== undefined &&
    record.versions === live.versions.length - newer
    ? record
    : undefined;
}

/** A version that is in force need not be read again: whatever older file takes its rows puts it out of force. */
function versionInForce(ports: JudgePorts, judged: Judged, position: number): InForce | null {
  const inForce = judged.isWhole ? todaysRecord(ports, judged)?.inForce : null;
  return inForce && inForce.versionId === judged.live.versions[position]?.versionId ? inForce : null;
}

/** Whether a version lies between the one recorded and the one in force, all of which were refused for good. */
function isKnownToBeRefused(ports: JudgePorts, judged: Judged, position: number): boolean {
  const record = todaysRecord(ports, judged);
  if (!record?.refusedForGood) return false;
  const recorded = versionsSince(judged.live, record.versionId);
  const inForce = versionsSince(judged.live, record.inForce?.versionId);
  if (recorded === undefined || inForce === undefined) return false;
  // A version that came among them late was never read.
  return position >= recorded && position < inForce && inForce - recorded === record.refusedVersions;
}
