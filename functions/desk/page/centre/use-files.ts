import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { API } from '#shared/desk/api.ts';
import { type DeskFile, filesSchema } from '#shared/desk/centre-api.ts';
import type { Bilingual } from '#shared/language.ts';
import { type DeskApi, errorText } from '../api-client.ts';
import { type FilesPoll, filesPoll } from './files-poll.ts';

/** The centre's files as the page knows them. */
export interface KnownFiles {
  /** Undefined until they are read for the first time. */
  readonly known: readonly DeskFile[] | undefined;
  readonly error: Bilingual | undefined;
  /** Reads them anew. */
  readonly read: () => Promise<readonly DeskFile[]>;
  readonly poll: FilesPoll;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const isSettled = (files: readonly DeskFile[]) => !files.some(({ state }) => state === 'examining');

/** Reads the files, and again as long as one of them has no verdict yet. */
export function useFiles(api: DeskApi): KnownFiles {
  const [known, setKnown] = useState<readonly DeskFile[] | undefined>();
  const [error, setError] = useState<Bilingual | undefined>();
  const read = useCallback(async () => {
    try {
      const { files } = await api(API.files, filesSchema);
      setKnown(files);
      setError(undefined);
      return files;
    } catch (failure) {
      setError(errorText(failure));
      throw failure;
    }
  }, [api]);
  const poll = useMemo(() => filesPoll(read, pause), [read]);
  const waits = known !== undefined && !isSettled(known);
  useEffect(() => void read().catch(() => undefined), [read]);
  useEffect(() => {
    let isOver = !waits;
    void poll(
      (files) => isSettled(files) || undefined,
      () => isOver,
    );
    return () => {
      isOver = true;
    };
  }, [waits, poll]);
  return { known, error, read, poll };
}
