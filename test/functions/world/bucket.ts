import { createHash } from 'node:crypto';

export interface StoredObject {
  readonly key: string;
  readonly versionId: string;
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string | undefined;
}

interface DeleteMarker {
  readonly key: string;
  readonly versionId: string;
}

type Version = StoredObject | DeleteMarker;

export interface ListedVersion {
  readonly key: string;
  readonly versionId: string;
  readonly isLatest: boolean;
}

export type Bucket = ReturnType<typeof emptyBucket>;

/**
 * A versioned S3 bucket: strongly consistent, a deletion only puts a marker on top, a version can be deleted
 * for good. ETags are the content's MD5, so that two objects of equal content share one, as without KMS.
 */
export function emptyBucket() {
  const versionsByKey = new Map<string, Version[]>();
  const everStored = new Map<string, StoredObject>();
  let versionsMade = 0;

  const versions = (key: string) => versionsByKey.get(key) ?? [];
  const add = <V extends Version>(version: V): V => {
    versionsByKey.set(version.key, [...versions(version.key), version]);
    return version;
  };
  const nextVersionId = () => `version-${++versionsMade}`;

  const current = (key: string): StoredObject | undefined => {
    const top = versions(key).at(-1);
    return top !== undefined && 'bytes' in top ? top : undefined;
  };

  return {
    /** How many objects were ever written. */
    changes: () => everStored.size,
    current,
    put(key: string, bytes: Uint8Array<ArrayBuffer>, contentType?: string): StoredObject {
      const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
      const stored = add({ key, versionId: nextVersionId(), etag, bytes, contentType });
      everStored.set(stored.versionId, stored);
      return stored;
    },
    /** DeleteObject without a version: a marker goes on top, even where nothing is. */
    remove: (key: string) => void add({ key, versionId: nextVersionId() }),
    /** DeleteObject of the newest version, marker or not: the one before is the current one again. */
    undo: (key: string) => void versionsByKey.set(key, versions(key).slice(0, -1)),
    keys: (prefix: string): readonly string[] =>
      [...versionsByKey.keys()].filter((key) => key.startsWith(prefix) && current(key) !== undefined).sort(),
    /** All versions in ListObjectVersions' order: by key, the newest first; markers are not among them. */
    listVersions: (prefix: string): readonly ListedVersion[] =>
      [...versionsByKey.keys()]
        .filter((key) => key.startsWith(prefix))
        .sort()
        .flatMap((key) =>
          versions(key)
            .map((version, position, all) => ({
              key,
              versionId: version.versionId,
              isLatest: position === all.length - 1,
              isObject: 'bytes' in version,
            }))
            .reverse(),
        )
        .filter(({ isObject }) => isObject),
    /** Any version that ever was, even one that was deleted for good: a test may look at it, the study cannot. */
    everStored: (versionId: string): StoredObject | undefined => everStored.get(versionId),
  };
}
