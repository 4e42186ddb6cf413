import { isDeepStrictEqual } from 'node:util';
import type { FileExamination } from '#functions/examination.ts';
import { type Log, REFUSED_BY_NEW_RULES } from '#functions/log.ts';
import { filesBeside } from '#functions/storage/files-beside.ts';
import { generationName } from '#functions/storage/generation-name.ts';
import type { CommitHead } from '#functions/storage/heads.ts';
import type { MarkGenerationIdle } from '#functions/storage/staged-generations.ts';
import { hasRoomFor, type InForce, type UploadedFile, withFiles } from '#shared/storage/centre-head.ts';
import { versionsSince } from '#shared/storage/live-versions.ts';
import { displacedFiles } from '#shared/validation/displaced-files.ts';
import type { AcceptedVersion, Judged, Judgement } from './judge-upload.ts';
import type { RemainingSteps } from './remaining-steps.ts';
import type { StageRows } from './row-stager.ts';

export interface RecordPorts {
  readonly centres: readonly string[];
  readonly examination: FileExamination;
  readonly now: () => string;
  readonly stageRows: StageRows;
  readonly commitHead: CommitHead;
  readonly markGenerationIdle: MarkGenerationIdle;
  readonly log: Log;
}

/**
 * Stages the rows of the version that is to count, and writes the verdict into the centre's head: from then on it holds.
 * Younger files that do not fit beside it go out of force in the same write, and are looked at again.
 */
export async function recordVerdict(
  ports: RecordPorts,
  judged: Judged,
  judgement: Judgement,
  steps: RemainingSteps,
): Promise<UploadedFile | 'overtaken'> {
  const { upload, head } = judged;
  const at = ports.now();
  const inForce = await putIntoForce(ports, judged, judgement.acceptable, at);
  const record = recordOf(ports, judged, judgement, inForce, at);
  // A head that is full has no place for the record: the sender gets the report alone.
  if (!hasRoomFor(head, upload.key)) return record;

  const before = head.files[upload.key];
  const displaced = filesDisplaced(ports, judged, judgement, inForce);
  // Where rows were staged again that had been lost, too: whoever read the others' rows meanwhile begins again.
  if (!judged.isWhole || !isDeepStrictEqual(record, before) || Object.keys(displaced).length > 0) {
    const moved = await ports.commitHead(withFiles(head, { ...displaced, [upload.key]: record }));
    if (moved === 'overtaken') return 'overtaken';
  }
  for (const key of Object.keys(displaced)) ports.log('displaced', { key, by: upload.key });
  if (record.refusedSince === at) ports.log(REFUSED_BY_NEW_RULES, { key: upload.key });
  await steps.attempt(() => markIdle(ports, judged, { ...displaced, [upload.key]: record }, at));
  return record;
}

/** Stages the rows of a version that was read; one that is in force already has them. */
async function putIntoForce(
  { stageRows }: RecordPorts,
  { upload: { key }, head, isWhole }: Judged,
  acceptable: Judgement['acceptable'],
  at: string,
): Promise<InForce | null> {
  if (acceptable === null || !('examination' in acceptable)) return acceptable;
  const inForce = inForceOf(key, acceptable);
  const before = head.files[key]?.inForce;
  if (before?.generation !== inForce.generation || !isWhole) {
    await stageRows({ ...inForce, centre: head.centre, key }, acceptable.examination.rows, at);
  }
  return inForce;
}

const inForceOf = (
  key: string,
  { versionId, at, sha256, examination: { table, rows } }: AcceptedVersion,
): InForce => ({
  table,
  versionId,
  sha256,
  rows: rows.length,
  at,
  generation: generationName(key, versionId, rows),
});

function recordOf(
  { examination: { rules }, centres }: RecordPorts,
  { upload: { key, misplaced }, head, live }: Judged,
  judgement: Judgement,
  inForce: InForce | null,
  at: string,
): UploadedFile {
  const { examination, refusedForGood } = judgement;
  const before = head.files[key];
  const { versionId } = live.newest;
  const state: UploadedFile['state'] = misplaced === null ? examination.verdict : 'misplaced';
  const isSameRows = before?.inForce?.generation === inForce?.generation;
  const blockers = examination.verdict === 'refused' ? examination.blockedBy : [];
  const blockedBy = [...judgement.blockedBy].flatMap((other) => head.files[other]?.inForce?.generation ?? []);
  // A refusal over other rows is another verdict: its report names another file. So is a verdict on a file of another age:
  // a younger one may be waiting for it, and only a report that is still to be written lets a repeated ingest ask for that.
  const isSameVerdict =
    before?.versionId === versionId &&
    before.since === live.since &&
    before.state === state &&
    isSameRows &&
    isDeepStrictEqual(before.blockedBy, blockedBy);
  const record = {
    versionId,
    since: live.since,
    state,
    rules,
    at: isSameVerdict ? before.at : at,
    blockedBy,
    refusedSince: state === 'refused' ? refusedSince(before, versionId, rules, blockers, at) : null,
    refusedForGood,
    refusedVersions: versionsSince(live, inForce?.versionId) ?? 0,
    versions: live.versions.length,
    inForce,
    replaced: isSameRows
      ? (before?.replaced ?? null)
      : state === 'accepted'
        ? (before?.inForce ?? null)
        : null,
  };
  // As they were when it was judged: those that it displaces have still to leave its report.
  return { ...record, beside: filesBeside(head, key, record, centres) };
}

/** Since when rules refuse a version that others had accepted. */
function refusedSince(
  before: UploadedFile | undefined,
  versionId: string,
  rules: string,
  blockers: readonly string[],
  at: string,
): string | null {
  if (before?.versionId !== versionId) return null;
  if (before.state !== 'accepted') return before.refusedSince;
  return before.rules !== rules && blockers.length === 0 ? at : null;
}

/** The records of the younger files that a version puts out of force; nobody has examined them since. */
function filesDisplaced(
  { examination: { settings } }: RecordPorts,
  { head }: Judged,
  { acceptable, others }: Judgement,
  inForce: InForce | null,
): Readonly<Record<string, UploadedFile>> {
  if (acceptable === null || !('examination' in acceptable) || inForce === null) return {};
  return Object.fromEntries(
    displacedFiles(acceptable.examination.rows, others, settings).flatMap((key) => {
      const file = head.files[key];
      if (file === undefined) return [];
      const blockedBy = [inForce.generation];
      return [[key, { ...file, state: 'refused' as const, rules: '', blockedBy, inForce: null }] as const];
    }),
  );
}

/** Notes since when the generations are idle that these records no longer name. */
async function markIdle(
  { markGenerationIdle }: RecordPorts,
  { head: { centre, files } }: Judged,
  records: Readonly<Record<string, UploadedFile>>,
  at: string,
): Promise<void> {
  for (const [key, { inForce }] of Object.entries(records)) {
    const before = files[key]?.inForce;
    if (before && before.generation !== inForce?.generation) {
      await markGenerationIdle({ ...before, centre, key }, at);
    }
  }
}
