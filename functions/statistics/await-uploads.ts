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
  /** The files whose reports speak of others as they are no longer; no result waits for them. */
  readonly outdated: readonly Pick<PendingFile, 'centre' | 'key'>[];
  /** What earlier runs noted, by key. */
  readonly awaited: ReadonlyMap<string, AwaitedUpload>;
  /** Whether to ask again for files whose hint seems to be on its way. */
  readonly askAgain: boolean;
}

/** For how long a file may hold up a result, in milliseconds. */
const PATIENCE_MILLISECONDS = 60 * 60 * 1000;
const FILES_AT_ONCE = 8;

/**
 * Hints at the unsettled files, as S3 would, and notes since when each is waited for under these rules; then in the same way
 * at those with outdated reports, of a centre whose files are all there: each of those changes what the others say. Nobody is
 * asked twice before an ingest has answered: each ingest asks for another run, which would ask for all other files. After an
 * hour the hints are held back: where ingest finds nothing to do, or always does the same, at what a run finds unsettled,
 * because the two functions are of different releases, runs and answers would lead to one another without a pause.
 *
 * @returns the unsettled files that have been waited for for less than an hour; the others hold nothing up any longer
 */
export async function awaitUploads(
  ports: AwaitPorts,
  { rules, unsettled, outdated, awaited, askAgain }: Awaiting,
): Promise<readonly PendingFile[]> {
  const now = ports.now();
  const longAgo = new Date(now.getTime() - PATIENCE_MILLISECONDS).toISOString();
  const noteOf = (key: string, wanted: AwaitedUpload['wanted']): AwaitedUpload | undefined => {
    const note = awaited.get(key);
    return note?.rules === rules && note.wanted === wanted ? note : undefined;
  };
  const isOverdue = (note: AwaitedUpload | undefined) => note !== undefined && note.since <= longAgo;
  const ask = async (key: string, wanted: AwaitedUpload['wanted']): Promise<void> => {
    const note = noteOf(key, wanted);
    if (note === undefined) await ports.noteAwaited(key, { since: now.toISOString(), rules, wanted });
    const answers = note?.answers ?? 0;
    if (note?.askedAfter === answers && !askAgain) return;
    // The hint before the note of it: a run that dies between the two asks twice, and not never.
    await ports.sendHint(key, isOverdue(note) && !askAgain ? LONGEST_DELAY_SECONDS : 0);
    await ports.noteAsked(key, answers);
  };

  await inParallel(unsettled, FILES_AT_ONCE, ({ key }) => ask(key, 'file'));
  const waitingFor = unsettled.filter(({ key }) => !isOverdue(noteOf(key, 'file')));
  const reports = outdated.filter(
    (report) =>
      !waitingFor.some(({ centre }) => centre === report.centre) &&
      !unsettled.some(({ key }) => key === report.key),
  );
  await inParallel(reports, FILES_AT_ONCE, ({ key }) => ask(key, 'report'));
  const isWanted = (asked: string) => [...unsettled, ...outdated].some(({ key }) => key === asked);
  const settled = [...awaited.keys()].filter((key) => !isWanted(key));
  await inParallel(settled, FILES_AT_ONCE, (key) => ports.forgetAwaited(key));
  return waitingFor;
}
