import { outdatedReports } from '#functions/storage/files-beside.ts';
import { PENDING } from '#shared/storage/item-keys.ts';
import { eventually, outputs } from './deployed-study.ts';
import { emptied } from './queues.ts';
import { allItems, readHeads } from './study-table.ts';

/**
 * Waits until nothing is left to do: after a result, the reports of a centre are written again as long as they speak of files
 * that were not there yet, and each changes its head.
 */
export async function atRest(): Promise<void> {
  await eventually('a study at rest', async () => {
    const isAwaited = (await allItems()).some(({ pk }) => pk === PENDING);
    const areTrue = (await readHeads()).every((head) => outdatedReports(head, []).length === 0);
    return areTrue && !isAwaited ? true : undefined;
  });
  await emptied(outputs.UploadQueueUrl);
}
