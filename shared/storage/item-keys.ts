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

/** Names one generation: the rows that were read from one version of an uploaded object. */
export type Generation = Pick<FileInForce, 'centre' | 'key' | 'versionId'>;

const generationName = ({ centre, key, versionId }: Generation) => `${centre}#${key}#${versionId}`;

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
