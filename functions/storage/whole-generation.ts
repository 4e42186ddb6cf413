import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { stagedKey } from '#shared/storage/item-keys.ts';
import type { TableRow } from '#shared/tables/tables.ts';
import { generationName } from './generation-name.ts';
import { rowPlacesReader } from './rows.ts';

export type ReadWholeRows = ReturnType<typeof wholeRowsReader>;
export type IsWhole = ReturnType<typeof generationChecker>;

/**
 * Reads the rows of one generation, in order of their lines; undefined where they are not all there, or not as they were
 * read from the file: a part of the table may have been lost or altered. Rows that the first release wrote have no name to
 * be held to: of those the number counts.
 */
export const wholeRowsReader = (client: DynamoDBDocumentClient, table: string) => {
  const readRowPlaces = rowPlacesReader(client, table);
  return async (file: FileInForce): Promise<readonly TableRow[] | undefined> => {
    const rows = [...(await readRowPlaces(file))]
      .map(([key, place]) => ({ key, ...place }))
      .sort((a, b) => a.line - b.line);
    const isNamedSo = () =>
      file.generation === '' || generationName(file.key, file.versionId, rows) === file.generation;
    return rows.length === file.rows && isNamedSo() ? rows.map(({ content }) => content) : undefined;
  };
};

/** Whether the rows of a file in force are whole, and the record is there by which they can be swept one day. */
export const generationChecker = (client: DynamoDBDocumentClient, table: string) => {
  const readWholeRows = wholeRowsReader(client, table);
  return async (file: FileInForce): Promise<boolean> => {
    const staged = await client.send(
      new GetCommand({ TableName: table, Key: stagedKey(file), ConsistentRead: true }),
    );
    return staged.Item !== undefined && (await readWholeRows(file)) !== undefined;
  };
};
