import { MILLISECONDS_PER_DAY } from '#shared/calendar.ts';
import { MANIFEST_FILE } from '#shared/storage/bucket-keys.ts';

/** One file of a result, as the bucket lists it. */
export interface ResultFile {
  /** Of the result. */
  readonly id: string;
  readonly file: string;
  readonly key: string;
  /** When it was written, ISO 8601 in UTC. */
  readonly writtenAt: string;
}

/** For how long a result that nothing keeps stays whole. */
export const DAYS_KEPT = 7;

/**
 * The results whose tables are deleted, by id: those of more than a week ago that are not kept by a name and are not the
 * last ones of their day (UTC). A result is of the day on which its manifest was written, the last of its files; one without a
 * manifest was cut off. Those that hold nothing but their manifest are cleared already.
 *
 * @param kept - the ids of the latest result and of those that are frozen
 */
export function resultsToClear(
  files: readonly ResultFile[],
  kept: readonly string[],
  now: Date,
): ReadonlySet<string> {
  const longAgo = new Date(now.getTime() - DAYS_KEPT * MILLISECONDS_PER_DAY).toISOString();
  const lastOfDay = new Map<string, ResultFile>();
  for (const manifest of files.filter(({ file }) => file === MANIFEST_FILE)) {
    const day = manifest.writtenAt.slice(0, 10);
    const last = lastOfDay.get(day);
    if (last === undefined || last.writtenAt < manifest.writtenAt) lastOfDay.set(day, manifest);
  }
  const keptIds = new Set([...kept, ...[...lastOfDay.values()].map(({ id }) => id)]);
  return new Set(
    [...Map.groupBy(files, ({ id }) => id)]
      .filter(
        ([id, own]) =>
          !keptIds.has(id) &&
          own.every(({ writtenAt }) => writtenAt < longAgo) &&
          own.some(({ file }) => file !== MANIFEST_FILE),
      )
      .map(([id]) => id),
  );
}
