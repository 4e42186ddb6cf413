import { outdatedReports } from '#functions/storage/files-beside.ts';
import { PENDING } from '#shared/storage/item-keys.ts';
import { eventually, outputs } from './deployed-study.ts';
import { functionLogs } from './function-logs.ts';
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
  await runsAreOver();
}

/** One that waits for its turn begins as soon as the one before has ended; here none takes as long. */
const QUIET_MILLISECONDS = 3_000;

/** Waits until every run of statistics that was asked for has ended: a late one would be the first to see what comes next. */
export async function runsAreOver(): Promise<void> {
  let seen = -1;
  let since = Date.now();
  await eventually('no further run of statistics', async () => {
    const lines = await functionLogs(outputs.StatisticsFunctionName);
    const ended = lines.filter((line) => line.startsWith('END ')).length;
    if (ended !== seen) since = Date.now();
    seen = ended;
    return Date.now() - since >= QUIET_MILLISECONDS ? true : undefined;
  });
}
