import type { RowKey } from '#shared/tables/tables.ts';
import type { FileInForce } from './centre-head.ts';

/** The primary key of an item of the study's one DynamoDB table. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** All heads share this partition, so that one Query reads them. */
export const HEADS = 'STUDY';
export const headKey = (centre: string): ItemKey => ({ pk: HEADS, sk: `CENTRE#${centre}` });

/** Names one generation: the rows that some rules read from one version of an uploaded object. */
export type Generation = Pick<FileInForce, 'centre' | 'key' | 'versionId' | 'generation'>;

/** Those of release 1.0.0 had no name of their own. */
const generationName = ({ centre, key, versionId, generation }: Generation) =>
  [centre, key, versionId, ...(generation === '' ? [] : [generation])].join('#');

export const rowsPartition = (generation: Generation): string => `ROWS#${generationName(generation)}`;
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

/** The files that a statistics run waits for, one item each. */
export const PENDING = 'PENDING';
export const pendingKey = (key: string): ItemKey => ({ pk: PENDING, sk: key });
