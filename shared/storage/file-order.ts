import type { CentreHead, FileInForce, UploadedFile } from './centre-head.ts';

/** A file's place among those of its centre. */
export interface FilePlace {
  readonly key: string;
  readonly since: string;
}

/** Of two files with the same row, the one whose name is longer in the bucket counts; of the same second, by key. */
export const isOlder = (a: FilePlace, b: FilePlace): boolean =>
  a.since < b.since || (a.since === b.since && a.key < b.key);

/** A centre's files in force beside one of them, the oldest first; `older` tells those that come before it. */
export const otherFilesInForce = (
  { centre, files }: CentreHead,
  one: FilePlace,
): readonly { readonly file: FileInForce; readonly older: boolean }[] =>
  Object.entries(files)
    .map(([key, { since, inForce }]) => ({ key, since, inForce }))
    .toSorted((a, b) => (isOlder(a, b) ? -1 : 1))
    .flatMap(({ inForce, ...place }) =>
      inForce === null || place.key === one.key
        ? []
        : [{ file: { ...inForce, centre, key: place.key }, older: isOlder(place, one) }],
    );

/** Whether the files that caused a refusal are all in force still, and still come before it. */
export function isStillBlocked(
  { files }: CentreHead,
  key: string,
  { since, blockedBy }: Pick<UploadedFile, 'since' | 'blockedBy'>,
): boolean {
  const older = Object.entries(files).flatMap(([other, file]) =>
    file.inForce !== null && isOlder({ key: other, since: file.since }, { key, since })
      ? [file.inForce.generation]
      : [],
  );
  return blockedBy.every((generation) => older.includes(generation));
}
