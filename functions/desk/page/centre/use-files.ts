import { useCallback, useEffect, useState } from 'preact/hooks';
import { API } from '#shared/desk/api.ts';
import { type DeskFile, filesSchema } from '#shared/desk/centre-api.ts';
import type { Bilingual } from '#shared/language.ts';
import { type DeskApi, errorText } from '../api-client.ts';

/** The centre's files as the page knows them. */
export interface KnownFiles {
  /** Undefined until they are read for the first time. */
  readonly known: readonly DeskFile[] | undefined;
  readonly error: Bilingual | undefined;
  /** Reads them anew. */
  readonly read: () => Promise<readonly DeskFile[]>;
}

const POLLED_EVERY_MILLISECONDS = 4_000;

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
  const readQuietly = useCallback(() => void read().catch(() => undefined), [read]);
  const waits = known?.some(({ state }) => state === 'examining') ?? false;
  useEffect(readQuietly, [readQuietly]);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(readQuietly, POLLED_EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, [waits, readQuietly]);
  return { known, error, read };
}
