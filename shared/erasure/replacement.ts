import type { WithoutPatient } from './without-patient.ts';

/** A version that counts, and what it is without the patient. */
export interface SearchedVersion {
  readonly versionId: string;
  readonly outcome: WithoutPatient['outcome'];
}

/** What is put in the place of the versions that hold a patient, before these are deleted for good. */
export interface Replacement {
  /** Whether the file is deleted first, so that no version from before the erased ones comes back into force. */
  readonly deletion: boolean;
  /** The versions that are put again without the patient, the oldest first; one that does not hold him, as it is. */
  readonly puts: readonly string[];
}

/**
 * Keeps what a file says of other patients: the version in force, and the newest one where that is another (a refused
 * one, which may be accepted one day). Both are put anew where the older of them must be, for S3 puts only on top.
 *
 * @param live - the versions of one name since it was deleted last, the newest first
 * @param inForce - the version whose rows count; undefined where none does
 */
export function replacementOf(live: readonly SearchedVersion[], inForce: string | undefined): Replacement {
  const [newest] = live;
  const counting = live.find(({ versionId }) => versionId === inForce);
  const kept = [counting, newest === counting ? undefined : newest].filter(
    (version) => version !== undefined,
  );
  const first = kept.findIndex(({ outcome }) => outcome !== 'not there');
  if (first === -1) return { deletion: false, puts: [] };
  const puts = kept
    .slice(first)
    .filter(({ outcome }) => outcome === 'others left' || outcome === 'not there')
    .map(({ versionId }) => versionId);
  const gone = kept[first]?.outcome !== 'others left';
  // A newest version that counts for nothing may simply go: then the one in force is the newest again.
  return { deletion: gone && kept[first] === counting, puts };
}
