import { isDeepStrictEqual } from 'node:util';
import type { NoteAnswered } from '#functions/storage/awaited-uploads.ts';
import type { ReadHead } from '#functions/storage/heads.ts';
import type { ListVersions } from '#functions/storage/listed-versions.ts';
import type { Pause } from '#functions/storage/pause.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { type CentreHead, withFiles } from '#shared/storage/centre-head.ts';
import { type Upload, uploadAt } from '#shared/validation/upload-place.ts';
import { type ExaminePorts, examineUpload } from './examine-upload.ts';
import { remainingSteps } from './remaining-steps.ts';
import type { ReadReport } from './report-store.ts';
import type { Answered } from './step-outcome.ts';
import { lastTold, type TellVerdictPorts, tellVerdict } from './tell-verdict.ts';
import { type WithdrawPorts, withdrawUpload } from './withdraw-upload.ts';

export interface IngestPorts extends ExaminePorts, WithdrawPorts, TellVerdictPorts {
  readonly noteAnswered: NoteAnswered;
  readonly readReport: ReadReport;
  readonly readHead: ReadHead;
  readonly listVersions: ListVersions;
  readonly pause: Pause;
}

const MOST_ATTEMPTS = 20;

/**
 * Brings the study in line with the bucket's versions of one object, whatever event hinted at it: a file
 * that is there is examined, one that is gone is withdrawn, and its centre is told what is new of it. The centre's files that were refused over rows of
 * this one get hints of their own, from the statistics run that is asked for.
 */
export async function ingestUpload(ports: IngestPorts, key: string): Promise<void> {
  if (!key.startsWith(UPLOADS) || key.endsWith('/')) {
    ports.log('not-an-upload');
    return;
  }
  const upload = uploadAt(key, ports.centres);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if (attempt > 0) await ports.pause(attempt);
    const answered = await bringIn(ports, upload);
    if (answered === 'overtaken') continue;
    // A run that waited for this file published nothing, even if there was nothing to do here. It asks again where the file
    // must be looked at once more; a file that cannot be brought in answers never, so that nobody asks for it in vain.
    if (await ports.noteAnswered(key)) await ports.askForStatistics();
    const { report, told } = answered;
    if (report !== undefined && told !== undefined) await tellVerdict(ports, upload, report, told);
    return;
  }
  throw new Error(`the centre's files changed under ${MOST_ATTEMPTS} attempts in a row`);
}

/** What the sender reads now, and what was told of it before. */
interface BroughtIn extends Answered {
  readonly told: string | undefined;
}

async function bringIn(ports: IngestPorts, upload: Upload): Promise<BroughtIn | 'overtaken'> {
  // In this order: the report guards its own replacement, the head guards its own, and the versions listed last
  // are at least as new as both.
  const reportBefore = await ports.readReport(upload.key);
  const steps = remainingSteps();
  const told = await steps.attempt(() => lastTold(ports, upload, reportBefore.report));
  const head = await ports.readHead(upload.centre);
  const live = await ports.listVersions(upload.key);
  const outcome =
    live === undefined
      ? await withdrawUpload(ports, { key: upload.key, head, reportBefore, steps })
      : await examineUpload(ports, { upload, head, reportBefore, live, steps });
  if (outcome === 'overtaken') return outcome;
  if ('lackingRows' in outcome) return putOutOfForce(ports, head, outcome.lackingRows);
  // Whoever changed the object meanwhile may have been ingested already: that ingest found the head and the report of
  // before, in line with the object of before, and so did nothing. Only this one can still bring the new object in.
  const now = await ports.listVersions(upload.key);
  if (!isDeepStrictEqual(now, live)) return 'overtaken';
  steps.throwFailure();
  return { ...outcome, told };
}

/**
 * Puts files whose rows are lost out of force until they are read again, which the statistics run that is asked for hints
 * at; until then nothing is published. So no file waits for another, whichever is older by now.
 */
async function putOutOfForce(
  { commitHead }: IngestPorts,
  head: CentreHead,
  keys: readonly string[],
): Promise<'overtaken'> {
  const lost = keys.flatMap((key) => {
    const file = head.files[key];
    return file === undefined ? [] : [[key, { ...file, rules: '', inForce: null }] as const];
  });
  await commitHead(withFiles(head, Object.fromEntries(lost)));
  return 'overtaken';
}
