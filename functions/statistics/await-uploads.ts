import type {
  AwaitedUpload,
  ForgetAwaited,
  NoteAsked,
  NoteAwaited,
} from '#functions/storage/awaited-uploads.ts';
import { inParallel } from '#functions/storage/in-parallel.ts';
import type { PendingFile } from '#shared/publication/pending.ts';
import { LONGEST_DELAY_SECONDS, type SendHint } from './hint-sender.ts';

export interface AwaitPorts {
  readonly now: () => Date;
  readonly sendHint: SendHint;
  readonly noteAwaited: NoteAwaited;
  readonly noteAsked: NoteAsked;
  readonly forgetAwaited: ForgetAwaited;
}

export interface Awaiting {
  readonly rules: string;
  readonly unsettled: readonly PendingFile[];
  /** What earlier runs noted, by key. */
  readonly awaited: ReadonlyMap<string, AwaitedUpload>;
  /** Whether to ask again for files whose hint seems to be on its way. */
  readonly askAgain: boolean;
}

/** For how long a file may hold up a result, in milliseconds. */
const PATIENCE_MILLISECONDS = 60 * 60 * 1000;
const FILES_AT_ONCE = 8;

/**
 * Hints at the unsettled files, as S3 would, and notes since when each is waited for under these rules. Nobody is asked
 * twice before an ingest has answered: each ingest asks for another run, which would ask for all other files. After an
 * hour the hints are held back: where ingest finds nothing to do at what a run finds unsettled, because the two functions are
 * of different releases, runs and answers would lead to one another without a pause.
 *
 * @returns the files that have been waited for for less than an hour; the others hold nothing up any longer
 */
export async function awaitUploads(
  ports: AwaitPorts,
  { rules, unsettled, awaited, askAgain }: Awaiting,
): Promise<readonly PendingFile[]> {
  const now = ports.now();
  const known = (key: string): AwaitedUpload | undefined => {
    const note = awaited.get(key);
    return note?.rules === rules ? note : undefined;
  };
  const longAgo = new Date(now.getTime() - PATIENCE_MILLISECONDS).toISOString();
  const isOverdue = (key: string) => (known(key)?.since ?? now.toISOString()) <= longAgo;
  await inParallel(unsettled, FILES_AT_ONCE, async ({ key }) => {
    const note = known(key);
    if (note === undefined) await ports.noteAwaited(key, now.toISOString(), rules);
    const answers = note?.answers ?? 0;
    if (note?.askedAfter === answers && !askAgain) return;
    // The hint before the note of it: a run that dies between the two asks twice, and not never.
    await ports.sendHint(key, isOverdue(key) && !askAgain ? LONGEST_DELAY_SECONDS : 0);
    await ports.noteAsked(key, answers);
  });
  const settled = [...awaited.keys()].filter((key) => !unsettled.some((file) => file.key === key));
  await inParallel(settled, FILES_AT_ONCE, (key) => ports.forgetAwaited(key));
  return unsettled.filter(({ key }) => !isOverdue(key));
}
