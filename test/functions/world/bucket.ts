import { createHash } from 'node:crypto';

interface Stored {
  readonly key: string;
  readonly versionId: string;
  /** In whole seconds, as S3 tells it. */
  readonly lastModified: Date;
}

export interface StoredObject extends Stored {
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string | undefined;
}

/** An object of a key's history, or the marker that a deletion put there, which has no bytes. */
export type Version = StoredObject | Stored;

export const isObject = (version: Version): version is StoredObject => 'bytes' in version;

export interface ListedVersion extends Stored {
  readonly isLatest: boolean;
  readonly isMarker: boolean;
  readonly sizeInBytes: number | undefined;
}

export type Bucket = ReturnType<typeof emptyBucket>;

const SECOND = 1_000;

/**
 * A versioned S3 bucket: strongly consistent, a deletion only puts a marker on top, a version can be deleted
 * for good. ETags are the content's MD5, so that two objects of equal content share one, as without KMS.
 *
 * @param now the world's clock, in milliseconds
 */
export function emptyBucket(now: () => number) {
  /** The oldest version first. A list is never changed, so whoever holds one has the key's history as it was then. */
  const versionsByKey = new Map<string, readonly Version[]>();
  const everStored = new Map<string, StoredObject>();
  /** What S3 answers to whoever asks for the bytes of a version, by the version. */
  const refusals = new Map<string, Error>();
  let versionsMade = 0;

  const versions = (key: string): readonly Version[] => versionsByKey.get(key) ?? [];
  const add = <V extends Version>(version: V): V => {
    versionsByKey.set(version.key, [...versions(version.key), version]);
    return version;
  };
  const next = (key: string): Stored => ({
    key,
    versionId: `version-${++versionsMade}`,
    lastModified: new Date(Math.floor(now() / SECOND) * SECOND),
  });

  const current = (key: string): StoredObject | undefined => {
    const top = versions(key).at(-1);
    return top !== undefined && isObject(top) ? top : undefined;
  };
  /** DeleteObject of a version, marker or not: it is gone for good. Nothing happens where it is gone already. */
  const erase = (key: string, versionId: string): void =>
    void versionsByKey.set(
      key,
      versions(key).filter((version) => version.versionId !== versionId),
    );

  return {
    /** How many objects were ever written. */
    changes: () => everStored.size,
    current,
    put(key: string, bytes: Uint8Array<ArrayBuffer>, contentType?: string): StoredObject {
      const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
      const stored = add({ ...next(key), etag, bytes, contentType });
      everStored.set(stored.versionId, stored);
      return stored;
    },
    /**
     * CompleteMultipartUpload: the version stands where the upload began. Source: AWS, "Uploading and copying objects using
     * multipart upload", on concurrent operations.
     */
    complete(key: string, bytes: Uint8Array<ArrayBuffer>, began: Date): StoredObject {
      const etag = `"${createHash('md5').update(bytes).digest('hex')}-1"`;
      const begun = { ...next(key), lastModified: new Date(Math.floor(began.getTime() / SECOND) * SECOND) };
      const stored = { ...begun, etag, bytes, contentType: undefined };
      const isBefore = ({ lastModified }: Version) => lastModified <= begun.lastModified;
      const [before, after] = [versions(key).filter(isBefore), versions(key).filter((one) => !isBefore(one))];
      versionsByKey.set(key, [...before, stored, ...after]);
      everStored.set(stored.versionId, stored);
      return stored;
    },
    /** Lets nobody have the bytes of a version, by how it was sent: S3 answers so. */
    withhold: (versionId: string, refusal: Error): void => void refusals.set(versionId, refusal),
    refusalOf: (versionId: string): Error | undefined => refusals.get(versionId),
    /** DeleteObject without a version: a marker goes on top, even where nothing is. */
    remove: (key: string): Version => add(next(key)),
    erase,
    /** DeleteObject of the newest version, marker or not: the one before is the current one again. */
    undo(key: string): void {
      const top = versions(key).at(-1);
      if (top !== undefined) erase(key, top.versionId);
    },
    keys: (prefix: string): readonly string[] =>
      [...versionsByKey.keys()].filter((key) => key.startsWith(prefix) && current(key) !== undefined).sort(),
    /** Every key that has a version, if only a marker, in order. */
    keysOfVersions: (prefix: string): readonly string[] =>
      [...versionsByKey]
        .flatMap(([key, all]) => (key.startsWith(prefix) && all.length > 0 ? [key] : []))
        .sort(),
    /** What a key holds now, the oldest version first. */
    versions,
    version: (key: string, versionId: string): Version | undefined =>
      versions(key).find((version) => version.versionId === versionId),
    /** All versions and markers in ListObjectVersions' order: by key, the newest first. */
    listVersions: (prefix: string): readonly ListedVersion[] =>
      [...versionsByKey.keys()]
        .filter((key) => key.startsWith(prefix))
        .sort()
        .flatMap((key) =>
          versions(key)
            .map((version, position, all) => ({
              key,
              versionId: version.versionId,
              lastModified: version.lastModified,
              isLatest: position === all.length - 1,
              isMarker: !isObject(version),
              sizeInBytes: isObject(version) ? version.bytes.length : undefined,
            }))
            .reverse(),
        ),
    /** Any version that ever was, even one that was deleted for good: a test may look at it, the study cannot. */
    everStored: (versionId: string): StoredObject | undefined => everStored.get(versionId),
  };
}
