import { uploadAt } from '#shared/validation/upload-place.ts';
import { isObject, type StoredObject, type Version } from '../world/bucket.ts';
import { anyCombination } from './any-combination.ts';
import { type Configuration, type KeyHistory, liveVersions, recomputedFiles } from './recomputed-study.ts';

/** What a result says that it was computed from, by key: the version in force, and the files that it did without. */
export interface Published {
  readonly inForce: ReadonlyMap<string, string>;
  readonly pending: ReadonlySet<string>;
}

/** For each key of a centre, in order of their first event, which of its histories so far is meant. */
type Moments = readonly number[];

/** A centre's keys, each with all the histories that it had, one after each change; and where the last result left them. */
interface Centre {
  readonly keys: Map<string, (readonly Version[])[]>;
  /** The earliest moments that explain the last result; none of them is later than another. */
  reached: readonly Moments[];
}

const isNotBefore = (moments: Moments, others: Moments): boolean =>
  moments.every((moment, place) => moment >= (others[place] ?? 0));

/** Only those that are later than none of the others. */
const earliest = (found: readonly Moments[]): readonly Moments[] =>
  found.filter((moments, place) =>
    found.every(
      (others, other) =>
        other === place || !isNotBefore(moments, others) || (isNotBefore(others, moments) && place < other),
    ),
  );

/**
 * Follows the published results and tells of each whether the bucket justifies it. The property:
 *
 * For a result there are a configuration that was deployed (of the code that the result names) and, for each key, a moment,
 * so that the plain recomputation of a bucket in which each key is as it was at its own moment gives exactly the files of
 * the result: these versions in force, and no other key. And a key's moment is never before the one that the result
 * before needed for this key.
 *
 * - Keys have moments of their own, because an ordinary upload waits for nothing: while the event of one file is on its
 *   way, the result is right for a bucket in which that file has not come yet, even if another file is in it that will have
 *   to yield to the late one. It is never right for no bucket at all: two files with the same row are not both in it,
 *   no file is absent over rows of another that is not there, and no version counts that no longer does or does not yet.
 * - Where several moments explain a result, only the earliest are kept, so that nothing is forbidden later that may be.
 * - The files that a result names as pending are not in it. Whatever they are recorded as (any version that they ever had,
 *   or nothing) may have decided about younger files: so for them, and for them only, the search supposes each.
 * - A result in the middle of a rebuild, with less than the one before, is no bucket's that is not before that one's.
 */
export function justifiedResults() {
  const centres = new Map<string, Centre>();

  return {
    /** A key's history after a change. */
    seeUpload({ key, versions }: KeyHistory): void {
      const { centre: name } = uploadAt(key, []);
      const centre = centres.get(name) ?? { keys: new Map(), reached: [[]] };
      centres.set(name, centre);
      centre.keys.set(key, [...(centre.keys.get(key) ?? [[]]), versions]);
    },
    /** Whether one of these configurations, and moments not before those of the result before, explain this one. */
    isJustified(published: Published, configurations: readonly Configuration[]): boolean {
      const known = [...centres.values()].flatMap(({ keys }) => [...keys.keys()]);
      if ([...published.inForce.keys()].some((key) => !known.includes(key))) return false;
      const explanations = configurations
        .map((configuration) =>
          [...centres.values()].map((centre) => explain(centre, published, configuration)),
        )
        .filter((ofCentres) => ofCentres.every((found) => found.length > 0));
      [...centres.values()].forEach((centre, place) => {
        const found = explanations.flatMap((ofCentres) => ofCentres[place] ?? []);
        // After an unjustified result, the next one is measured by the one before.
        if (found.length > 0) centre.reached = earliest(found);
      });
      return explanations.length > 0;
    },
  };
}

/** All earliest moments of a centre's keys at which this was in force by this configuration. */
function explain(
  { keys, reached }: Centre,
  { inForce, pending }: Published,
  configuration: Configuration,
): readonly Moments[] {
  const histories = [...keys].map(([key, versions]) => ({ key, versions }));
  const possible = histories.map(({ key, versions }) =>
    versions.flatMap((history, moment) => {
      const version = inForce.get(key);
      const mayBe =
        version === undefined || liveVersions(history).some(({ versionId }) => versionId === version);
      return mayBe ? [moment] : [];
    }),
  );
  const suppositions = [...anyCombination(histories.map(suppositionsOf(pending)))].map(
    (supposed) => new Map(supposed.flatMap((given) => given ?? [])),
  );
  const explains = (moments: Moments): boolean => {
    const bucket = histories.map(({ key, versions }, place) => ({
      key,
      versions: versions[moments[place] ?? 0] ?? [],
    }));
    return suppositions.some((given) => {
      const files = recomputedFiles(bucket, configuration, given);
      return histories.every(
        ({ key }) => pending.has(key) || files.get(key)?.inForce?.versionId === inForce.get(key),
      );
    });
  };
  const found: Moments[] = [];
  for (const moments of anyCombination(possible)) {
    const isOpen =
      reached.some((before) => isNotBefore(moments, before)) &&
      !found.some((before) => isNotBefore(moments, before));
    if (isOpen && explains(moments)) found.push(moments);
  }
  return earliest(found);
}

type Supposition = readonly (readonly [key: string, inForce: StoredObject | null])[];

/** For a file that is waited for, that it follows the rules, or else that nothing or any version of it was in force. */
const suppositionsOf =
  (pending: ReadonlySet<string>) =>
  ({ key, versions }: { readonly key: string; readonly versions: readonly (readonly Version[])[] }) => {
    if (!pending.has(key)) return [undefined];
    const ever = new Set(versions.flat().filter(isObject));
    return [undefined, ...[null, ...ever].map((inForce): Supposition => [[key, inForce]])];
  };
