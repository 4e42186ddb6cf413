import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { partitionItems } from '#functions/storage/partition-items.ts';
import { parseJson } from '#shared/json.ts';
import { toldVerdictSchema } from '#shared/mail/told-verdict.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { TOLD } from '#shared/storage/item-keys.ts';

export type ReadToldNotes = ReturnType<typeof toldNotesReader>;

const itemSchema = z.object({
  sk: z.string(),
  told: z.string(),
  telling: z.string().optional(),
  failed: z.boolean().optional(),
});

/** What was told last, of a file or of the results. */
export interface ToldNote {
  /** The key of the file. */
  readonly what: string;
  /** JSON. */
  readonly told: string;
  /** Whether something was about to be told that nobody knows to be told. */
  readonly isOpen: boolean;
}

export const toldNotesReader =
  (client: DynamoDBDocumentClient, table: string) => async (): Promise<readonly ToldNote[]> => {
    const notes: ToldNote[] = [];
    for await (const item of partitionItems(client, table, TOLD)) {
      const note = itemSchema.safeParse(item).data;
      notes.push(
        // One that is no note any more is looked at as one of a file of which nothing was told.
        note === undefined
          ? { what: String(item['sk']), told: '', isOpen: true }
          : { what: note.sk, told: note.told, isOpen: note.telling !== undefined || note.failed === true },
      );
    }
    return notes;
  };

/** The keys of the files that are there by what their centres were told last. */
export const filesToldOf = (notes: readonly ToldNote[]): readonly string[] =>
  notes
    .filter(({ what, told }) => {
      const verdict = toldVerdictSchema.safeParse(parseJson(told)).data?.verdict;
      return what.startsWith(UPLOADS) && verdict !== 'withdrawn';
    })
    .map(({ what }) => what);
