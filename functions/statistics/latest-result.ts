import type { ReadText, WriteOver, Written } from '#functions/storage/conditional-object.ts';
import { parseJson } from '#shared/json.ts';
import type { LatestResult } from '#shared/publication/latest-result.ts';
import { manifestSchema } from '#shared/publication/manifest.ts';
import { LATEST_RESULT, MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';

export interface LatestPorts {
  readonly now: () => Date;
  readonly readText: ReadText;
  readonly writeOver: WriteOver;
}

export interface ResultSources {
  /** The version of each file that the result was computed from, by key. */
  readonly inputs: ReadonlyMap<string, string>;
  /** The keys of the files that it names as pending. */
  readonly pending: readonly string[];
}

/** What a result was computed from, and without; nothing where its manifest is not there. */
export async function sourcesOf(
  { readText }: Pick<LatestPorts, 'readText'>,
  latest: LatestResult | undefined,
): Promise<ResultSources> {
  const stored = latest && (await readText(latest.manifest));
  // One that is none any more is as good as lost: the clock's run writes it again.
  const manifest = stored && manifestSchema.safeParse(parseJson(stored.text)).data;
  const { inputs, pending } = manifest ?? { inputs: [], pending: [] };
  return {
    inputs: new Map(inputs.map(({ key, versionId }) => [key, versionId])),
    pending: pending.map(({ key }) => key),
  };
}

/** Points `latest.json` at a result, unless it moved since it was read with this ETag. */
export function moveLatest(
  { now, writeOver }: LatestPorts,
  {
    id,
    files,
    changes,
  }: { readonly id: string; readonly files: readonly string[]; readonly changes: number },
  etag: string | null,
): Promise<Written> {
  const latest: LatestResult = {
    id,
    publishedAt: now().toISOString(),
    manifest: resultFolder(id) + MANIFEST_FILE,
    tables: files.map((file) => resultFolder(id) + file),
    changes,
  };
  const body = `${JSON.stringify(latest, null, 1)}\n`;
  return writeOver({ key: LATEST_RESULT, body, contentType: 'application/json' }, etag);
}
