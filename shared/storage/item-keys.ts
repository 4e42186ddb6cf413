import type { RowKey } from '#shared/tables/tables.ts';
import type { FileInForce } from './centre-head.ts';
import { LATER_PART, MOST_ROWS_IN_ONE_PARTITION, ONE_PART, PARTS, partOf } from './row-parts.ts';

/** The primary key of an item of the study's one DynamoDB table. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** All heads share this partition, so that one Query reads them. */
export const HEADS = 'STUDY';
const CENTRE = 'CENTRE#';
export const headKey = (centre: string): ItemKey => ({ pk: HEADS, sk: CENTRE + centre });
/** Whose head stands at this sort key. */
export const centreOfHead = (sk: string): string => sk.slice(CENTRE.length);

/** Names one generation: the rows that some rules read from one version of an uploaded object. */
export type Generation = Pick<FileInForce, 'centre' | 'key' | 'versionId' | 'generation'>;

/** Those of release 1.0.0 had no name of their own. */
const generationName = ({ centre, key, versionId, generation }: Generation) =>
  [centre, key, versionId, ...(generation === '' ? [] : [generation])].join('#');

const ROWS = 'ROWS#';
/** The first partition of a generation, and the only one of most; it also names the generation among others. */
export const rowsPartition = (generation: Generation): string => ROWS + generationName(generation);

/** A generation, and how many rows it has. */
export type CountedGeneration = Generation & Pick<FileInForce, 'rows'>;

/** What the names of its partitions end in; release 1.0.0, whose generations had no names, knew one partition. */
const partsOf = ({ generation, rows }: CountedGeneration): readonly string[] =>
  rows > MOST_ROWS_IN_ONE_PARTITION && generation !== '' ? PARTS : ONE_PART;

/** In which of them to look for its rows: an earlier release put those of any file into the first one. */
export const rowsPartitions = (generation: CountedGeneration): readonly string[] =>
  partsOf(generation).map((part) => rowsPartition(generation) + part);

/** The same where nobody knows how many rows it has. */
export const everyRowsPartition = (generation: Generation): readonly string[] =>
  rowsPartitions({ ...generation, rows: Number.POSITIVE_INFINITY });

export function rowItemKey(generation: CountedGeneration, row: RowKey): ItemKey {
  const parts = partsOf(generation);
  return { pk: rowsPartition(generation) + parts[partOf(row, parts.length)], sk: row };
}

/** Written before a generation's first row, so that what a crash leaves behind can be found. */
export const STAGED = 'STAGED';
export const stagedKey = (generation: Generation): ItemKey => ({
  pk: STAGED,
  sk: generationName(generation),
});

/** How the names of all partitions with rows of a centre begin. */
export const rowsOf = (centre: string): string => `${ROWS}${centre}#`;
/** The first partition of the generation that has rows in this one. */
export const firstPartitionOf = (partition: string): string => partition.replace(LATER_PART, '$1');
/** The record of the generation whose first partition this is. */
export const stagedKeyOf = (partition: string): ItemKey => ({ pk: STAGED, sk: partition.slice(ROWS.length) });
/** What stands behind a file's key in the name of a first partition: a version, and perhaps the name of its rows. */
const GENERATION = /^[^#]+(?:#[0-9a-f]{16})?$/;
/** Whether a partition holds rows of this file, of whatever version; the name of another file may begin with this one's. */
export function holdsRowsOf(partition: string, centre: string, key: string): boolean {
  const beginning = `${rowsOf(centre)}${key}#`;
  const first = firstPartitionOf(partition);
  return first.startsWith(beginning) && GENERATION.test(first.slice(beginning.length));
}

/** What was told last by mail, of a file or of the results, one item each. */
export const TOLD = 'TOLD';
export const toldKey = (what: string): ItemKey => ({ pk: TOLD, sk: what });

/** The files that a statistics run waits for, one item each. */
export const PENDING = 'PENDING';
export const pendingKey = (key: string): ItemKey => ({ pk: PENDING, sk: key });

/** What the last full verification found: one item. */
export const PROOF = 'PROOF';
export const PROOF_KEY: ItemKey = { pk: PROOF, sk: 'LATEST' };
