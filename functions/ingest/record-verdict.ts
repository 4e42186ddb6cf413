import type { CommitHead } from '#functions/storage/heads.ts';
import type { MarkGenerationIdle } from '#functions/storage/staged-generations.ts';
import {
  type CentreHead,
  hasRoomFor,
  recordAccepted,
  recordRefused,
  type UploadedFile,
  withFile,
} from '#shared/storage/centre-head.ts';
import type { Examination } from '#shared/validation/examine-file.ts';
import type { Upload } from '#shared/validation/upload-place.ts';
import type { StageRows } from './row-stager.ts';

export interface RecordPorts {
  readonly now: () => string;
  readonly stageRows: StageRows;
  readonly commitHead: CommitHead;
  readonly markGenerationIdle: MarkGenerationIdle;
}

interface Examined {
  readonly upload: Upload;
  readonly head: CentreHead;
  readonly object: { readonly versionId: string };
}

/** The state of a file's record once its verdict is recorded. */
export const stateAfter = <Verdict extends Examination['verdict']>(
  { misplaced }: Upload,
  { verdict }: { readonly verdict: Verdict },
): Verdict | 'misplaced' => (misplaced === null ? verdict : 'misplaced');

/** Stages the rows of an accepted file, and writes the verdict into the centre's head: from then on it holds. */
export async function recordVerdict(
  ports: RecordPorts,
  { upload, head, object: { versionId } }: Examined,
  examination: Examination,
  digest: string,
): Promise<UploadedFile | 'overtaken'> {
  const { key } = upload;
  const at = ports.now();
  if (examination.verdict === 'refused') {
    const state = stateAfter(upload, examination);
    const refused = recordRefused(head, key, { versionId, state, at, blockedBy: examination.blockedBy });
    // A head that is full has no place for the record: the sender gets the report alone.
    if (!hasRoomFor(head, key)) return refused;
    return (await ports.commitHead(withFile(head, key, refused))) === 'overtaken' ? 'overtaken' : refused;
  }

  const { centre } = head;
  const { table, rows } = examination;
  await ports.stageRows({ centre, key, versionId }, rows, at);
  const inForce = { table, versionId, sha256: digest, rows: rows.length, at };
  const accepted = recordAccepted(head, key, inForce);
  if ((await ports.commitHead(withFile(head, key, accepted))) === 'overtaken') return 'overtaken';
  const { replaced } = accepted;
  // Harmless where the same version came back into force: what a head names is never swept.
  if (replaced !== null) await ports.markGenerationIdle({ ...replaced, centre, key }, at);
  return accepted;
}
