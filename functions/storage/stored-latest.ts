import { type LatestResult, latestResultSchema } from '#shared/publication/latest-result.ts';
import { LATEST_RESULT } from '#shared/storage/bucket-keys.ts';
import type { ReadText } from './conditional-object.ts';

export interface StoredLatest {
  readonly content: LatestResult;
  readonly etag: string;
}

/** Which result is published now, and the state of the object that says so; undefined before the first one. */
export async function readLatest(readText: ReadText): Promise<StoredLatest | undefined> {
  const stored = await readText(LATEST_RESULT);
  return stored && { content: latestResultSchema.parse(JSON.parse(stored.text)), etag: stored.etag };
}
