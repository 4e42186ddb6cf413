import { inParallel } from '#functions/storage/in-parallel.ts';
import { resultFilesLister } from '#functions/storage/result-files.ts';
import { isCleared } from '#shared/publication/cleared-result.ts';
import { compareSources, type SourceChanges } from '#shared/publication/comparison/compare-results.ts';
import type { Manifest } from '#shared/publication/manifest.ts';
import { ofEachTable, type TableName } from '#shared/tables/tables.ts';
import { frozenResults } from './frozen-results.ts';
import { latestResult } from './latest-results.ts';
import { readManifest } from './published-results.ts';
import type { StudyBucket } from './study-connection.ts';

/** One result of the bucket, as `results --list` shows it. */
export interface ListedResult {
  readonly id: string;
  /** ISO 8601. */
  readonly computedAt: string;
  readonly codeVersion: string;
  readonly commit: string;
  readonly files: number;
  /** Of the files of each table, all centres together. */
  readonly rows: Readonly<Record<TableName, number>>;
  readonly patients: { readonly screened: number; readonly included: number };
  /** The files that it lacks because they could not be looked at in time. */
  readonly pending: Manifest['pending'];
  readonly latest: boolean;
  /** Whether its tables were deleted since: `reproduce` computes them again. */
  readonly cleared: boolean;
  /** The names under which it is frozen. */
  readonly frozen: readonly string[];
  /** What is other than in the result before it; null of the first. */
  readonly changes: (SourceChanges & { readonly against: string }) | null;
}

export interface ResultsList {
  /** The newest first. */
  readonly results: readonly ListedResult[];
  /** Results without a manifest: a run is writing them, or was cut off. */
  readonly incomplete: readonly string[];
}

const MANIFESTS_AT_ONCE = 8;

/** Every result of the bucket. */
export async function listResults(bucket: StudyBucket): Promise<ResultsList> {
  const manifests: Manifest[] = [];
  const incomplete: string[] = [];
  const cleared = new Set<string>();
  const files = await resultFilesLister(bucket.s3, bucket.outputs.BucketName)();
  const byResult = [...Map.groupBy(files, ({ id }) => id)];
  await inParallel(byResult, MANIFESTS_AT_ONCE, async ([id, own]) => {
    const manifest = await readManifest(bucket, id);
    if (manifest === undefined) incomplete.push(id);
    else {
      manifests.push(manifest);
      if (isCleared(own.map(({ file }) => file))) cleared.add(id);
    }
  });
  const latest = await latestResult(bucket);
  const frozen = Map.groupBy(await frozenResults(bucket), ({ id }) => id);
  const named = (id: string) => (frozen.get(id) ?? []).map(({ name }) => name);
  return {
    results: listed(manifests, { latest: latest?.id, cleared, named }),
    incomplete: incomplete.toSorted(),
  };
}

interface Standing {
  readonly latest: string | undefined;
  readonly cleared: ReadonlySet<string>;
  /** The names under which a result is frozen. */
  readonly named: (id: string) => readonly string[];
}

/** Each manifest with what changed since the one that was computed before it. */
function listed(
  manifests: readonly Manifest[],
  { latest, cleared, named }: Standing,
): readonly ListedResult[] {
  const inOrder = manifests.toSorted((a, b) => (a.computedAt < b.computedAt ? -1 : 1));
  return inOrder
    .map((manifest, position) => {
      const { id, computedAt, codeVersion, commit, inputs, patients, pending } = manifest;
      const before = inOrder[position - 1];
      return {
        id,
        computedAt,
        codeVersion,
        commit,
        files: inputs.length,
        rows: rowsOf(inputs),
        patients: { screened: patients.screened, included: patients.included },
        pending,
        latest: id === latest,
        cleared: cleared.has(id),
        frozen: named(id),
        changes: before === undefined ? null : { against: before.id, ...compareSources(before, manifest) },
      };
    })
    .toReversed();
}

function rowsOf(inputs: Manifest['inputs']): Readonly<Record<TableName, number>> {
  return ofEachTable((table) =>
    inputs.reduce((rows, input) => (input.table === table ? rows + input.rows : rows), 0),
  );
}
