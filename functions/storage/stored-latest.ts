import { parseJson } from '#shared/json.ts';
import { type LatestResult, latestResultSchema } from '#shared/publication/latest-result.ts';
import { LATEST_RESULT } from '#shared/storage/bucket-keys.ts';
import type { ReadText } from './conditional-object.ts';

export interface StoredLatest {
  /** Undefined where somebody wrote something else there. */
  readonly content: LatestResult | undefined;
  readonly etag: string;
}

/** Which result is published now, and the state of the object that says so; undefined before the first one. */
export async function readLatest(readText: ReadText): Promise<StoredLatest | undefined> {
  const stored = await readText(LATEST_RESULT);
  return stored && { content: latestResultSchema.safeParse(parseJson(stored.text)).data, etag: stored.etag };
}
