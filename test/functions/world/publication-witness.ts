import { latestResultSchema } from '#shared/publication/latest-result.ts';
import { manifestSchema } from '#shared/publication/manifest.ts';
import { MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import { PENDING } from '#shared/storage/item-keys.ts';
import { justifiedResults } from '../oracle/justified-results.ts';
import type { StoredObject } from './bucket.ts';
import { codeVersionOf } from './deployment.ts';
import type { Seen } from './seen.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A run may publish by the notes that it read at its beginning. */
const LONGEST_RUN = 15 * MINUTE;

const textOf = ({ bytes }: StoredObject): string => new TextDecoder().decode(bytes);

/**
 * Looks at every result that becomes the latest one: it must be whole, and justified. A file that it names as pending must
 * have been noted as waited for without a break for an hour (when the run began), and is none of its inputs.
 */
export function publicationWitness({ bucket, table, deployments, now, isDamaged }: Seen) {
  const results = justifiedResults();
  /** Since when the notes that stand now have stood. */
  const notedSince = new Map<string, number>();
  /** When a note was taken away that had stood for an hour. */
  const waitedUntil = new Map<string, number>();

  const hasStood = (key: string): boolean => (notedSince.get(key) ?? now()) <= now() - HOUR;
  const isTooEarly = (key: string): boolean =>
    !hasStood(key) && (waitedUntil.get(key) ?? 0) < now() - LONGEST_RUN;

  return {
    seeUpload: (key: string): void => results.seeUpload({ key, versions: bucket.versions(key) }),
    /** After any change of the table. */
    lookAtNotes(): void {
      const noted = new Set(table.partition(PENDING).map(({ sk }) => sk));
      for (const key of notedSince.keys()) {
        if (noted.has(key)) continue;
        if (hasStood(key)) waitedUntil.set(key, now());
        notedSince.delete(key);
      }
      for (const key of noted) if (!notedSince.has(key)) notedSince.set(key, now());
    },
    wrongWith(latest: StoredObject): readonly string[] {
      const { id, tables } = latestResultSchema.parse(JSON.parse(textOf(latest)));
      const stored = bucket.current(resultFolder(id) + MANIFEST_FILE);
      if (stored === undefined || tables.some((key) => bucket.current(key) === undefined)) {
        return [`the latest result ${id} is published in part only`];
      }
      const manifest = manifestSchema.parse(JSON.parse(textOf(stored)));
      const pending = manifest.pending.map(({ key }) => key);
      const inForce = new Map(manifest.inputs.map(({ key, versionId }) => [key, versionId]));
      const configurations = deployments.filter(
        (deployment) => codeVersionOf(deployment) === manifest.codeVersion,
      );
      const inWords = JSON.stringify({ inForce: [...inForce].sort(), pending });
      return [
        // A copy of the table brings old notes back, and what was waited for is lost with a part of it.
        ...pending
          .filter((key) => !isDamaged() && isTooEarly(key))
          .map((key) => `the latest result ${id} did not wait an hour for ${key}`),
        ...pending
          .filter((key) => inForce.has(key))
          .map((key) => `the latest result ${id} says that it waits for ${key}, and has it`),
        ...(results.isJustified({ inForce, pending: new Set(pending) }, configurations)
          ? []
          : [
              `the latest result became ${inWords}, of no moment of the bucket that is not before the last one’s`,
            ]),
      ];
    },
  };
}
