import { useCallback, useRef } from 'preact/hooks';
import { API, linkSchema } from '#shared/desk/api.ts';
import type { DeskFile } from '#shared/desk/centre-api.ts';
import type { FileInForce } from '#shared/desk/checked-files.ts';
import { bytesAt, type DeskApi } from '../api-client.ts';

/** Reads the versions of the centre's files that count, each only once. */
export function useBeside(api: DeskApi): (files: readonly DeskFile[]) => Promise<readonly FileInForce[]> {
  const read = useRef(new Map<string, Promise<Uint8Array<ArrayBuffer>>>());
  return useCallback(
    (files) =>
      Promise.all(
        files.flatMap(({ name, since, inForce }) => {
          if (inForce === null || since === null) return [];
          const { versionId } = inForce;
          const known = read.current.get(versionId) ?? content(api, name, versionId);
          read.current.set(versionId, known);
          known.catch(() => read.current.delete(versionId));
          return [known.then((bytes): FileInForce => ({ name, since, bytes }))];
        }),
      ),
    [api],
  );
}

async function content(api: DeskApi, name: string, version: string): Promise<Uint8Array<ArrayBuffer>> {
  const { url } = await api(API.file, linkSchema, { query: { name, version } });
  return bytesAt(url);
}
