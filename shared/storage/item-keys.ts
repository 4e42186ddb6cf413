import type { RowKey } from '#shared/tables/tables.ts';
import type { FileInForce } from './centre-head.ts';

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
export const rowsPartition = (generation: Generation): string => ROWS + generationName(generation);
export const rowItemKey = (generation: Generation, row: RowKey): ItemKey => ({
  pk: rowsPartition(generation),
  sk: row,
});

/** Written before a generation's first row, so that what a crash leaves behind can be found. */
export const STAGED = 'STAGED';
export const stagedKey = (generation: Generation): ItemKey => ({
  pk: STAGED,
  sk: generationName(generation),
});

/** How the names of all partitions with rows of a centre begin. */
export const rowsOf = (centre: string): string => `${ROWS}${centre}#`;
/** The record of the generation whose rows stand in a partition. */
export const stagedKeyOf = (partition: string): ItemKey => ({ pk: STAGED, sk: partition.slice(ROWS.length) });
/** What stands behind a file's key in the name of a partition: a version, and perhaps the name of its rows. */
const GENERATION = /^[^#]+(?:#[0-9a-f]{16})?$/;
/** Whether a partition holds rows of this file, of whatever version; the name of another file may begin with this one's. */
export function holdsRowsOf(partition: string, centre: string, key: string): boolean {
  const beginning = `${rowsOf(centre)}${key}#`;
  return partition.startsWith(beginning) && GENERATION.test(partition.slice(beginning.length));
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
