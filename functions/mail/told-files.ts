import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { partitionItems } from '#functions/storage/partition-items.ts';
import { parseJson } from '#shared/json.ts';
import { toldVerdictSchema } from '#shared/mail/told-verdict.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { TOLD } from '#shared/storage/item-keys.ts';

export type ReadToldFiles = ReturnType<typeof toldFilesReader>;

const itemSchema = z.object({ sk: z.string(), told: z.string() });

/** The keys of the files that are there by what their centres were told last. */
export const toldFilesReader =
  (client: DynamoDBDocumentClient, table: string) => async (): Promise<readonly string[]> => {
    const keys: string[] = [];
    for await (const item of partitionItems(client, table, TOLD)) {
      const { sk, told } = itemSchema.parse(item);
      const verdict = toldVerdictSchema.safeParse(parseJson(told)).data?.verdict;
      if (sk.startsWith(UPLOADS) && verdict !== 'withdrawn') keys.push(sk);
    }
    return keys;
  };
