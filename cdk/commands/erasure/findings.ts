import type { ItemKey } from '#shared/storage/item-keys.ts';
import type { StoredVersion } from './stored-versions.ts';

/** What is to go, or is left. */
export interface Findings {
  /** Versions of uploaded objects, and markers of deletions. */
  readonly uploads: readonly StoredVersion[];
  readonly reports: readonly StoredVersion[];
  readonly rows: readonly ItemKey[];
  /** The records of rows, and the notes of files that are waited for, or of which a centre was told. */
  readonly records: readonly ItemKey[];
  /** The keys that a centre's head still names: ingest has not withdrawn them yet. */
  readonly named: readonly string[];
  /** Versions that hold what was asked for, but were uploaded after the erasure began: they are not touched. */
  readonly meanwhile: readonly StoredVersion[];
  /** Versions into which nobody can look: a PDF, an archive under a password. */
  readonly unsearchable: readonly StoredVersion[];
}

export const NOTHING: Findings = {
  uploads: [],
  reports: [],
  rows: [],
  records: [],
  named: [],
  meanwhile: [],
  unsearchable: [],
};

/** Whether nothing is left of what can be erased. */
export const isEmpty = ({ unsearchable: _, ...left }: Findings): boolean =>
  Object.values(left).every((found) => found.length === 0);

/** How many of each were erased. */
export interface Counts {
  uploadVersions: number;
  reportVersions: number;
  rows: number;
  records: number;
}

export const countsOf = ({ uploads, reports, rows, records }: Findings): Counts => ({
  uploadVersions: uploads.length,
  reportVersions: reports.length,
  rows: rows.length,
  records: records.length,
});

/** The same for programs: versions by their names, the rest by their number. */
export function listed(found: Findings) {
  const named = (versions: readonly StoredVersion[]) =>
    versions.map(({ key, versionId }) => ({ key, versionId }));
  return {
    ...countsOf(found),
    uploads: named(found.uploads),
    meanwhile: named(found.meanwhile),
    unsearchable: named(found.unsearchable),
  };
}
