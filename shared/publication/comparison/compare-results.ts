import type { Manifest } from '#shared/publication/manifest.ts';
import type { PendingFile } from '#shared/publication/pending.ts';
import type { ResultTable } from '#shared/publication/result-table.ts';
import { compareInputs, type InputChange } from './compare-inputs.ts';
import { compareTables, type TablesChanges } from './compare-tables.ts';
import { compareTerms, type TermChange } from './compare-terms.ts';

interface Change<T> {
  readonly before: T;
  readonly after: T;
}
export type CodeChange = Change<Pick<Manifest, 'codeVersion' | 'commit'>>;

/** What differs between what two results were computed from. */
export interface SourceChanges {
  readonly inputs: readonly InputChange[];
  readonly terms: readonly TermChange[];
  /** Null for the same code. */
  readonly code: CodeChange | null;
  /** The files that each lacks because they could not be looked at; null where they lack the same ones. */
  readonly pending: Change<readonly PendingFile[]> | null;
}

export const compareSources = (before: Manifest, after: Manifest): SourceChanges => ({
  inputs: compareInputs(before.inputs, after.inputs),
  terms: compareTerms(before.protocol, after.protocol),
  code: before.codeVersion === after.codeVersion ? null : { before: codeOf(before), after: codeOf(after) },
  pending: samePending(before, after) ? null : { before: before.pending, after: after.pending },
});

const codeOf = ({ codeVersion, commit }: Manifest) => ({ codeVersion, commit });

const samePending = (before: Manifest, after: Manifest): boolean =>
  before.pending.length === after.pending.length &&
  before.pending.every(({ key }) => after.pending.some((other) => other.key === key));

/** A published result as it is compared. */
export interface PublishedResult {
  readonly manifest: Manifest;
  readonly tables: readonly ResultTable[];
}

export interface ResultChanges extends SourceChanges {
  readonly tables: TablesChanges;
}

/** What differs between two results: what they were computed from, and every figure that moved. */
export const compareResults = (before: PublishedResult, after: PublishedResult): ResultChanges => ({
  ...compareSources(before.manifest, after.manifest),
  tables: compareTables(before.tables, after.tables),
});
