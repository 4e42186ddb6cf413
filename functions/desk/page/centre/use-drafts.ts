import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '#shared/desk/api.ts';
import type { MendedCell } from '#shared/desk/cells-of-file.ts';
import type { Bilingual } from '#shared/language.ts';
import { type DeskApi, errorText } from '../api-client.ts';
import type { Checker } from '../check-client.ts';
import { useAnnounce } from '../parts/announcer.ts';
import { checkedText, fileTooLarge, SENDING } from '../texts/sending.ts';
import { awaitVerdict } from './await-verdict.ts';
import { type Draft, draftsOf, isHere, type Progress } from './draft.ts';
import { sendFile } from './send-file.ts';
import { useBeside } from './use-beside.ts';
import type { KnownFiles } from './use-files.ts';

export interface SendingOf {
  readonly session: Session;
  readonly api: DeskApi;
  readonly check: Checker;
  readonly files: KnownFiles;
  /** Told when the study has answered. */
  readonly settled: () => void;
}

export interface FileError {
  readonly name: string;
  readonly why: Bilingual;
}

/** Of no single file. */
export const OF_ALL = '';

/** The files that were dropped: reads, checks, mends and sends them. */
export function useDrafts({ session, api, check, files, settled }: SendingOf) {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [errors, setErrors] = useState<readonly FileError[]>([]);
  const [isChecking, setChecking] = useState(false);
  const beside = useBeside(api);
  const announce = useAnnounce();
  const lastCheck = useRef(0);
  const [attempt, setAttempt] = useState(0);
  const { settings } = session;
  const now = () => new Date().toISOString();

  const change = (id: number, changed: Partial<Draft>) =>
    setDrafts((all) => all.map((draft) => (draft.id === id ? { ...draft, ...changed } : draft)));

  /** What is to be checked again when it changes: names and bytes, and the versions that count. */
  const here = drafts.filter(isHere);
  const inForce = (files.known ?? []).map(({ name, inForce: one }) => `${name} ${one?.versionId}`).join('\n');
  const asked = here.map(({ id, name }) => `${id} ${name}`).join('\n');
  const contents = useRef<readonly Uint8Array[]>([]);
  if (
    here.some(({ bytes }, at) => contents.current[at] !== bytes) ||
    contents.current.length !== here.length
  ) {
    contents.current = here.map(({ bytes }) => bytes);
  }

  useEffect(() => {
    if (here.length === 0 || files.known === undefined) return;
    lastCheck.current += 1;
    const own = lastCheck.current;
    setChecking(true);
    const checked = async () => {
      const others = await beside(files.known ?? []);
      const plain = here.map(({ name, bytes }) => ({ name, bytes }));
      const views = await check('check', { drafts: plain, inForce: others, settings, now: now() });
      if (own !== lastCheck.current) return;
      const byName = new Map(views.map((view) => [view.name, view]));
      setDrafts((all) =>
        all.map((draft) => (isHere(draft) ? { ...draft, view: byName.get(draft.name) } : draft)),
      );
      const good = views.filter(({ verdict }) => verdict === 'accepted').length;
      announce(checkedText(good, views.length - good));
      setErrors((all) => all.filter(({ name }) => name !== OF_ALL));
    };
    checked()
      .catch((failure) => setErrors([{ name: OF_ALL, why: errorText(failure) }]))
      .finally(() => own === lastCheck.current && setChecking(false));
  }, [asked, contents.current, inForce, attempt]);

  const add = async (chosen: readonly File[]) => {
    setErrors([]);
    setChecking(chosen.length > 0);
    for (const file of chosen) {
      const failed = (why: Bilingual) => setErrors((all) => [...all, { name: file.name, why }]);
      if (file.size > session.limits.largestFileBytes) {
        failed(fileTooLarge(session.limits.largestFileBytes / 1_000_000));
        continue;
      }
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const found = await check('read', { name: file.name, bytes });
        if (found.length === 0) failed(SENDING.emptyWorkbook);
        setDrafts((all) => [...all, ...draftsOf(file.name, found, all)]);
      } catch {
        failed(SENDING.unreadable);
      }
    }
    setChecking(false);
  };

  const mend = async ({ id, bytes }: Draft, cells: readonly MendedCell[]) => {
    try {
      change(id, { bytes: await check('mend', { bytes, cells, settings, now: now() }) });
    } catch (failure) {
      setErrors([{ name: OF_ALL, why: errorText(failure) }]);
    }
  };

  const send = async (draft: Draft) => {
    const { id, name, bytes } = draft;
    const progress = (one: Progress) => change(id, { progress: one });
    try {
      progress({ is: 'sending', share: 0 });
      const version = await sendFile(api, { name, bytes }, (share) => progress({ is: 'sending', share }));
      progress({ is: 'waiting', forLong: false });
      announce(SENDING.waiting);
      const verdict = await awaitVerdict(api, files.poll, name, version);
      if (verdict === undefined) return progress({ is: 'waiting', forLong: true });
      progress({ is: 'answered', verdict });
      announce(verdict.file.state === 'accepted' ? SENDING.accepted : SENDING.refused);
      settled();
    } catch (failure) {
      progress({ is: 'failed', why: errorText(failure) });
      announce(SENDING.interrupted);
    }
  };

  return {
    drafts,
    errors,
    isChecking,
    /** Checks once more, where it could not be done. */
    checkAgain: () => setAttempt((count) => count + 1),
    add,
    mend,
    send,
    rename: (id: number, name: string) => change(id, { name, view: undefined }),
    drop: (id: number) => setDrafts((all) => all.filter((draft) => draft.id !== id)),
  };
}

export type Drafts = ReturnType<typeof useDrafts>;
